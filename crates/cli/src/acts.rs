//! What people do, as they type it.

use clap::{Args, Subcommand};
use hudna::model::{Moment, PartyKind, PlaceLevel, Relation};
use serde::de::DeserializeOwned;

/// Who acts, when, and why.
#[derive(Args, Clone)]
pub struct Acting {
    /// Why, in a sentence
    #[arg(long, value_name = "TEXT")]
    pub why: String,
    /// Who acts (else HUDNA_BY, else the name of the login)
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
    /// When (else --as-of, else now; in a story the story's own time at the latest)
    #[arg(long, value_name = "TIME")]
    pub at: Option<Moment>,
}

/// Two incidents, each by its id or by the id of one of its claims.
#[derive(Args)]
pub struct Two {
    /// Id of an incident, or of a claim of it
    pub a: String,
    /// The other
    pub b: String,
    /// Who, when, why
    #[command(flatten)]
    pub acting: Acting,
}

/// One thing by its id.
#[derive(Args)]
pub struct One {
    /// Its id
    pub id: String,
    /// Who, when, why
    #[command(flatten)]
    pub acting: Acting,
}

/// What is decided.
#[derive(Subcommand)]
pub enum DecideCommand {
    /// Both are told of one incident
    Same(Two),
    /// The first is a part of the second
    PartOf(Two),
    /// They are two incidents; name claims of one to part it
    Different(Two),
    /// Nobody can tell whether they are one
    Unsure(Two),
    /// The first came after the second
    Follows(Two),
    /// The first answered the second
    Retaliation(Two),
    /// Both belong to one operation
    SameOperation(Two),
    /// A claim says what its report says
    Confirm(One),
    /// A field of a claim should say something else; the claim is confirmed with that
    Correct {
        /// Id of the claim
        claim: String,
        /// The field, as JSON names it: act, actor, target, place, date, low, high, due …
        field: String,
        /// What it should say: an id of a party or place, a day or DAY..DAY, a number, a word of
        /// the field's list, `none`
        value: String,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// A claim does not say what its report says; it counts for nothing
    Refuse(One),
    /// A claim that was missed is added, by the words of the report that say it
    Add {
        /// Id of the report
        report: String,
        /// Where the words begin in its text, in Unicode characters from 0
        start: usize,
        /// Where they end
        end: usize,
        /// Kind: violence, toll, meeting, statement, truce, commitment
        kind: String,
        /// What it says, as for `correct`: act=shelling place=sy-aleppo date=2016-05-03 …
        #[arg(value_name = "FIELD=VALUE", required = true, value_parser = field)]
        fields: Vec<(String, String)>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// An incident was shown not to be so
    Refute(One),
    /// An incident cannot be settled
    Unverifiable(One),
    /// An incident was seen at the site
    SiteVisit(One),
    /// A party pleads an exception of the agreement for an incident
    Plead {
        /// Id of the incident
        incident: String,
        /// Id of the exception
        #[arg(long)]
        exception: String,
        /// Id of the party that pleads
        #[arg(long)]
        party: String,
        /// Id of a test of the exception that was shown to be met; may be repeated
        #[arg(long, value_name = "TEST")]
        shown: Vec<String>,
        /// Id of a test that was shown not to be met; may be repeated
        #[arg(long, value_name = "TEST")]
        failed: Vec<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// An entry of a person no longer holds
    Undo {
        /// Number of the entry, as #12 or 12
        #[arg(value_parser = entry)]
        entry: u64,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Everything that people entered, with what was undone
    List,
}

impl DecideCommand {
    /// How two incidents stand, for the commands that say so.
    pub fn relation(&self) -> Option<(Relation, &Two)> {
        Some(match self {
            DecideCommand::Same(two) => (Relation::Same, two),
            DecideCommand::PartOf(two) => (Relation::PartOf, two),
            DecideCommand::Different(two) => (Relation::Different, two),
            DecideCommand::Unsure(two) => (Relation::Unsure, two),
            DecideCommand::Follows(two) => (Relation::Follows, two),
            DecideCommand::Retaliation(two) => (Relation::Retaliation, two),
            DecideCommand::SameOperation(two) => (Relation::SameOperation, two),
            _ => return None,
        })
    }
}

fn field(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once('=').ok_or("write a field as field=value")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}

fn entry(text: &str) -> Result<u64, String> {
    let number = text.trim_start_matches('#').parse();
    number.map_err(|_| "give the number of an entry, such as 12 or #12".to_owned())
}

/// A word of a closed list, by its name in JSON.
pub fn word<T: DeserializeOwned + Clone + Send + Sync + 'static>(text: &str) -> Result<T, String> {
    let json = serde_json::Value::String(text.replace('-', "_"));
    serde_json::from_value(json).map_err(|e| e.to_string())
}

/// Changes on the follow-up board.
#[derive(Subcommand)]
pub enum FollowupCommand {
    /// It was done
    Done {
        /// Id of the promise
        id: String,
        /// Id of a claim that shows it; may be repeated
        #[arg(long, value_name = "CLAIM")]
        evidence: Vec<String>,
        /// The day on which it was done; tells whether that was late
        #[arg(long, value_name = "DAY")]
        on: Option<String>,
        /// In part alone
        #[arg(long)]
        partly: bool,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// It is due at another time; the former date stays with it
    Slip {
        /// Id of the promise
        id: String,
        /// Until when: a day, DAY..DAY, or words such as "soon"
        #[arg(long, value_name = "DAY")]
        to: String,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Take it from the board: withdrawn, superseded or no promise
    Drop(One),
    /// Give it to somebody to look after
    Assign {
        /// Id of the promise
        id: String,
        /// To whom
        #[arg(long, value_name = "NAME")]
        to: String,
        /// What is to be done next
        #[arg(long, value_name = "TEXT")]
        next: Option<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// A word on it; why is the word
    Note {
        /// Id of the promise
        id: String,
        /// What is to be done next
        #[arg(long, value_name = "TEXT")]
        next: Option<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
}

/// Changes of the register of sources.
#[derive(Subcommand)]
pub enum SourceCommand {
    /// Grade a source by the Admiralty scale
    Grade {
        /// Id of the source
        id: String,
        /// A letter from A to F, and a number from 1 to 6 where what it tells is graded too
        #[arg(value_parser = grade, value_name = "A1..F6")]
        grade: (char, Option<u8>),
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
}

fn grade(text: &str) -> Result<(char, Option<u8>), String> {
    let mut letters = text.chars();
    let letter = letters.next().map(|c| c.to_ascii_uppercase()).filter(|c| ('A'..='F').contains(c));
    let rest = letters.as_str();
    let number = rest.parse::<u8>().ok().filter(|n| (1..=6).contains(n));
    match letter {
        Some(letter) if rest.is_empty() || number.is_some() => Ok((letter, number)),
        _ => Err("give a letter from A to F, and perhaps a number from 1 to 6, such as B2".into()),
    }
}

/// What is done with questions.
#[derive(Subcommand)]
pub enum QuestionCommand {
    /// Ask a question about something, or send one that was raised on its way; why is the question
    Ask {
        /// Id of what it is about, or of a raised question
        about: String,
        /// Whom it goes to
        #[arg(long, value_name = "NAME")]
        to: Option<String>,
        /// By which channel
        #[arg(long)]
        channel: Option<String>,
        /// Who looks after it
        #[arg(long, value_name = "NAME")]
        owner: Option<String>,
        /// Until which day
        #[arg(long, value_name = "DAY")]
        due: Option<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Enter the answer; why is the answer
    Answer(One),
}

/// Another name of something known.
#[derive(Args)]
pub struct Alias {
    /// Its id
    pub id: String,
    /// The name, as reports write it; may be several
    #[arg(required = true)]
    pub names: Vec<String>,
    /// Who, when, why
    #[command(flatten)]
    pub acting: Acting,
}

/// What is done with places.
#[derive(Subcommand)]
pub enum PlaceCommand {
    /// Places of which a name holds these letters
    Find {
        /// A part of a name
        name: String,
    },
    /// Add a place of one's own
    Add {
        /// Its id, such as sy-sheikh-ali
        id: String,
        /// Its Arabic name
        #[arg(long, value_name = "NAME")]
        ar: String,
        /// Its English name
        #[arg(long, value_name = "NAME")]
        en: String,
        /// Id of the place that holds it
        #[arg(long = "in", value_name = "PLACE")]
        parent: String,
        /// How large: site, line, neighbourhood, settlement, district, governorate, region
        #[arg(long, value_parser = word::<PlaceLevel>)]
        level: PlaceLevel,
        /// Degrees north
        #[arg(long, allow_negative_numbers = true)]
        lat: f64,
        /// Degrees east
        #[arg(long, allow_negative_numbers = true)]
        lon: f64,
        /// Another name; may be repeated
        #[arg(long, value_name = "NAME")]
        alias: Vec<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Give a place another name
    Alias(Alias),
}

/// What is done with parties.
#[derive(Subcommand)]
pub enum PartyCommand {
    /// Parties of which a name holds these letters
    Find {
        /// A part of a name
        name: String,
    },
    /// Add a party of one's own
    Add {
        /// Its id, such as local-council-x
        id: String,
        /// Its neutral Arabic name
        #[arg(long, value_name = "NAME")]
        ar: String,
        /// Its neutral English name
        #[arg(long, value_name = "NAME")]
        en: String,
        /// What it is: state, force, armed_group, political, body, monitor, ngo, person, media
        #[arg(long, value_parser = word::<PartyKind>)]
        kind: PartyKind,
        /// Id of the party that it belongs to
        #[arg(long = "in", value_name = "PARTY")]
        parent: Option<String>,
        /// Its country, two letters
        #[arg(long)]
        country: Option<String>,
        /// Another name; may be repeated
        #[arg(long, value_name = "NAME")]
        alias: Vec<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Give a party another name
    Alias(Alias),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grade_is_a_letter_and_perhaps_a_number() {
        let check = |text: &str, expected| assert_eq!(grade(text).ok(), expected, "{text}");
        check("A1", Some(('A', Some(1))));
        check("f6", Some(('F', Some(6))));
        check("C", Some(('C', None)));
        check("G1", None);
        check("A7", None);
        check("A0", None);
        check("A12", None);
        check("", None);
    }

    #[test]
    fn an_entry_has_a_number_with_or_without_its_mark() {
        assert_eq!((entry("12"), entry("#12")), (Ok(12), Ok(12)));
        assert!(entry("twelve").is_err());
    }
}
