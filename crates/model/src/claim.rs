//! What one report says: claims tied to words, and notes on what was not understood.

use serde::{Deserialize, Serialize};

use crate::claim_row::Row;
use crate::digest::hex_digest;
use crate::text::Span;
use crate::words::{
    Act, Event, Form, MeetingStatus, Modality, Outcome, ReadBy, SpeechAct, Standing, Task, Victims,
};

/// A name as written, and the party it is known to mean.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Name {
    /// As written.
    pub text: String,
    /// Where it is written.
    #[serde(flatten)]
    pub span: Span,
    /// Id of `data/parties`, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub party: Option<String>,
    /// Neutral English name of that party, where known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A place as written, and where it is if it is known. An unknown place has no coordinates.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PlaceRef {
    /// As written.
    pub text: String,
    /// Where it is written.
    #[serde(flatten)]
    pub span: Span,
    /// Id in the gazetteer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// English name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Degrees north.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    /// Degrees east.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// `neighbourhood` … `country`, `site`, `line`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<crate::register::PlaceLevel>,
    /// The place's P-code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pcode: Option<String>,
    /// How many places of the gazetteer the name may mean; 0 for an unknown one.
    pub candidates: usize,
}

/// A date or range as resolved against the day of publication.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct DateRef {
    /// ISO day, `YYYY-MM` or a year.
    pub start: String,
    /// End of a range, inclusive, in the same form.
    #[serde(default)]
    pub end: Option<String>,
    /// `day`, `month`, `year`, `range`.
    pub precision: String,
    /// The words that say it.
    pub words: String,
    /// The hours of the day, where the text tells them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours: Option<Hours>,
}

/// Hours of a day, by the clock of the place: a time of the clock, where both are equal, or a part
/// of the day.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hours {
    /// `HH:MM`, from `00:00` on.
    pub from: String,
    /// `HH:MM`, up to `24:00`; earlier than `from` where the part runs into the next day.
    pub to: String,
}

/// Minutes of a day.
const DAY: i64 = 24 * 60;

impl Hours {
    /// Both in minutes from the midnight at which the day begins; the second one is more than a
    /// day's where the part runs into the next day. None where one is no time of a clock.
    pub fn minutes(&self) -> Option<(i64, i64)> {
        let (from, to) = (minutes(&self.from)?, minutes(&self.to)?);
        let ends = if to < from { to + DAY } else { to };
        (from < DAY).then_some((from, ends))
    }
}

/// `HH:MM` in minutes, at most 24:00.
fn minutes(text: &str) -> Option<i64> {
    let (hours, minutes) = text.split_once(':')?;
    let digits =
        |t: &str| (t.len() == 2 && t.bytes().all(|b| b.is_ascii_digit())).then(|| t.parse());
    let (hours, minutes): (i64, i64) = (digits(hours)?.ok()?, digits(minutes)?.ok()?);
    let at = hours * 60 + minutes;
    (minutes < 60 && at <= DAY).then_some(at)
}

/// When a promise is due. All fields empty of days: undated, with the words used.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Due {
    /// First day on which it may be fulfilled, ISO.
    pub start: Option<String>,
    /// Last day, ISO.
    pub end: Option<String>,
    /// The words used ("soon", "in the coming hours"), empty when none were.
    pub words: String,
}

/// The clause that says it: `text` is exactly the slice `start..end` of the report's text.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
}

/// A weapon as written and as an id.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Means {
    /// As written.
    pub text: String,
    /// Id of the lexicon.
    pub id: String,
}

/// What is claimed, by kind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Body {
    /// One violent or coercive act, or a series told as one.
    Violence {
        /// Which act.
        act: Act,
        /// Who did it.
        actor: Option<Name>,
        /// To whom or what.
        target: Option<Name>,
        /// With what.
        means: Option<Means>,
        /// How many raids, shells.
        count: Option<u32>,
    },
    /// One counted group of people harmed.
    Toll {
        /// What happened to them.
        outcome: Outcome,
        /// At least so many people.
        low: Option<u32>,
        /// At most so many people.
        high: Option<u32>,
        /// Told as "dozens", "hundreds".
        #[serde(default)]
        vague: bool,
        /// Who they are.
        victims: Victims,
        /// The group they belong to.
        side: Option<Name>,
        /// A running total over longer than the event.
        cumulative: bool,
        /// Id of the toll that this one is part of.
        subset_of: Option<String>,
    },
    /// People who meet, visit, call.
    Meeting {
        /// In what form.
        form: Form,
        /// Who.
        participants: Vec<Name>,
        /// Whether it was held.
        status: MeetingStatus,
    },
    /// Somebody says something that matters to the conflict or the truce.
    Statement {
        /// Who speaks.
        speaker: Option<Name>,
        /// What the speaker does by speaking.
        speech_act: SpeechAct,
        /// To whom.
        addressee: Option<Name>,
    },
    /// Something happens to a truce.
    Truce {
        /// What.
        event: Event,
        /// Whose truce.
        parties: Vec<Name>,
        /// Begins, ISO day, month or year.
        start: Option<String>,
        /// Ends.
        end: Option<String>,
        /// How many breaches a monitor counted.
        count: Option<u32>,
    },
    /// Something promised, agreed, proposed or demanded.
    Commitment {
        /// By whom it is to be done.
        who: Option<Name>,
        /// To whom it is owed.
        to: Option<Name>,
        /// What is to be done.
        what: Task,
        /// By when.
        due: Due,
        /// Where it stood when told.
        status: Standing,
    },
}

impl Body {
    /// The kind's name: `violence`, `toll`, `meeting`, `statement`, `truce`, `commitment`.
    pub fn kind(&self) -> &'static str {
        match self {
            Body::Violence { .. } => "violence",
            Body::Toll { .. } => "toll",
            Body::Meeting { .. } => "meeting",
            Body::Statement { .. } => "statement",
            Body::Truce { .. } => "truce",
            Body::Commitment { .. } => "commitment",
        }
    }

    /// The key attributes that `score.py` compares for the kind; part of a claim's id.
    fn key(&self, modality: Modality) -> String {
        let name = |n: &Option<Name>| n.as_ref().map_or(String::new(), |n| n.text.clone());
        match self {
            Body::Violence { act, .. } => format!("{act}|{modality}"),
            Body::Toll { outcome, low, high, .. } => format!("{outcome}|{low:?}|{high:?}"),
            Body::Meeting { participants, status, .. } => {
                let who: Vec<_> = participants.iter().map(|n| n.text.as_str()).collect();
                format!("{}|{status}", who.join("+"))
            }
            Body::Statement { speaker, speech_act, .. } => {
                format!("{}|{speech_act}", name(speaker))
            }
            Body::Truce { event, .. } => event.to_string(),
            Body::Commitment { who, what, .. } => format!("{}|{what}", name(who)),
        }
    }
}

/// How the rule of a claim begins that the trained model proposed, and no rule.
pub const PROPOSED: &str = "tagger.";

/// What the trained model saw in the words of a claim.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Seen {
    /// Probability that the words tell a claim of this kind: 0 to 1, two decimals. The mean over
    /// the evidence; of a toll, which is seen in its number alone, the highest in it.
    pub sure: f64,
    /// Probability of what the claim mainly says – act, outcome, status, speech act, event, task –
    /// in the same form; none where the model does not tell such values apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    /// Up to three words of the evidence in which it saw it most clearly, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
}

/// From which probability on the trained model is said to see a claim too.
pub const SEES: f64 = 0.5;

/// One thing one report says, with the words that say so.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Row", into = "Row")]
pub struct Claim {
    /// Hash of report, kind, evidence span, place and key attributes: `c` and 12 hex digits.
    pub id: String,
    /// What is claimed.
    pub body: Body,
    /// Actual, denied, planned …
    pub modality: Modality,
    /// History told as context.
    pub background: bool,
    /// Whose word the report passes on.
    pub attributed_to: Option<Name>,
    /// Inside quotation marks.
    pub quoted: bool,
    /// Claims that the text itself ties together carry the same value. In JSON a truce has no such
    /// tie: there `event` is what happens to the truce.
    pub event: Option<String>,
    /// Where.
    pub place: Option<PlaceRef>,
    /// When.
    pub date: Option<DateRef>,
    /// The clause.
    pub evidence: Evidence,
    /// The frame, grammar or model label that made it.
    pub rule: String,
    /// 0 to 1.
    pub confidence: f64,
    /// What the trained model saw; none when the report was read without one.
    pub seen: Option<Seen>,
}

impl Claim {
    /// Whether the trained model proposed it, and no rule.
    pub fn is_proposed(&self) -> bool {
        self.rule.starts_with(PROPOSED)
    }

    /// Who read it.
    pub fn read_by(&self) -> ReadBy {
        match &self.seen {
            _ if self.is_proposed() => ReadBy::Model,
            Some(seen) if seen.sure >= SEES => ReadBy::Both,
            _ => ReadBy::Rule,
        }
    }

    /// Whether two claims say the same by the key attributes of their kind.
    pub fn same_key(&self, other: &Claim) -> bool {
        self.body.kind() == other.body.kind()
            && self.body.key(self.modality) == other.body.key(other.modality)
    }

    /// Of the claims of another reading of the same report the one that this has become: of the
    /// same kind, its evidence overlapping by half or more. Of several the one that says the same
    /// in the same place, then the one that overlaps most, then the smallest id.
    pub fn followed<'c>(&self, among: impl IntoIterator<Item = &'c Claim>) -> Option<&'c Claim> {
        let overlap = |c: &Claim| self.evidence.span.overlap(c.evidence.span);
        let place = |c: &Claim| c.place.as_ref().map(|p| p.text.clone());
        let likeness = |c: &Claim| (self.same_key(c), place(self) == place(c));
        among.into_iter().filter(|c| c.body.kind() == self.body.kind() && overlap(c) >= 0.5).max_by(
            |a, b| {
                let by = likeness(a).cmp(&likeness(b));
                by.then(overlap(a).total_cmp(&overlap(b))).then_with(|| b.id.cmp(&a.id))
            },
        )
    }

    /// The id that a claim of these properties has in the report called `report`.
    pub fn id_of(
        report: &str,
        body: &Body,
        modality: Modality,
        span: Span,
        place: Option<&str>,
    ) -> String {
        let at = format!("{}-{}", span.start, span.end);
        let key = body.key(modality);
        let place = place.unwrap_or("");
        let parts = [report, body.kind(), &at, &key, place];
        format!("c{}", &hex_digest(parts.map(str::as_bytes))[..12])
    }
}

/// Why something in a report was left without a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NoteKind {
    /// A sentence has words of harm or truce but gave no claim.
    UnreadHarm,
    /// A place name that no gazetteer holds.
    UnknownPlace,
    /// A place name that several places bear.
    AmbiguousPlace,
    /// A date or number that could not be resolved.
    Unresolved,
    /// No reader for the language of the text.
    UnreadLanguage,
    /// The text was longer than the reader's limit and was cut.
    Cut,
}

/// Something that the reader saw and did not understand.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Note {
    /// Of which kind.
    pub kind: NoteKind,
    /// Where.
    #[serde(flatten)]
    pub span: Span,
    /// The words.
    pub text: String,
    /// Why, in a short phrase.
    pub why: String,
}

/// All that a report was found to say.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Reading {
    /// The report's id.
    pub id: String,
    /// Language of the text as told or found, a BCP 47 code; `und` when it is neither.
    pub lang: String,
    /// ISO day of publication, where known.
    pub published: Option<String>,
    /// Digest of the language and name data that were used.
    pub pack: String,
    /// Digest of the trained model, if one was used.
    pub model: Option<String>,
    /// In the order of their evidence.
    pub claims: Vec<Claim>,
    /// In the order of their place in the text.
    pub notes: Vec<Note>,
}
