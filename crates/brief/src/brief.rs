//! What a brief is: sections of numbered sentences, each with what it rests on.

use hudna_model::{AreaStatus, Bilingual, Lang, Moment, Share};
use serde::{Serialize, Serializer};

use crate::pictures::Ribbon;

/// What kind of thing a sentence cites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum CiteKind {
    /// One thing one report says.
    Claim,
    /// A report.
    Report,
    /// An incident.
    Incident,
    /// The state of an area.
    Area,
    /// A toll.
    Toll,
    /// A line of the follow-up board.
    FollowUp,
    /// A counts file, or a row of it.
    Counts,
    /// An agreement, or `agreement#part` of it.
    Agreement,
    /// The head of the ledger.
    Ledger,
}

/// One thing that a sentence rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cite {
    /// Of which kind.
    pub kind: CiteKind,
    /// What `hudna why` takes.
    pub id: String,
    /// For people.
    pub label: Bilingual,
}

/// One cite or more: there is no way to make an empty one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cites {
    first: Cite,
    rest: Vec<Cite>,
}

impl Cites {
    /// A single cite.
    pub fn one(cite: Cite) -> Self {
        Self { first: cite, rest: Vec::new() }
    }

    /// The cites in their order, each id once; none if there are none.
    pub fn of(cites: impl IntoIterator<Item = Cite>) -> Option<Self> {
        let mut cites = cites.into_iter();
        let first = cites.next()?;
        Some(Self::one(first).and(cites))
    }

    /// These and more; an id that is there already is left out.
    pub fn and(mut self, more: impl IntoIterator<Item = Cite>) -> Self {
        for cite in more {
            if self.iter().all(|c| (c.kind, &c.id) != (cite.kind, &cite.id)) {
                self.rest.push(cite);
            }
        }
        self
    }

    /// Every cite, in order.
    pub fn iter(&self) -> impl Iterator<Item = &Cite> {
        std::iter::once(&self.first).chain(&self.rest)
    }
}

impl Serialize for Cites {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.collect_seq(self.iter())
    }
}

/// One sentence in both languages, which always rests on something.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Sentence {
    id: String,
    #[serde(flatten)]
    text: Bilingual,
    cites: Cites,
    reviewed: Share,
}

impl Sentence {
    /// The sentence numbered `number`, counted from 1.
    pub fn new(number: usize, text: Bilingual, cites: Cites, reviewed: Share) -> Self {
        Self { id: format!("S{number}"), text, cites, reviewed }
    }

    /// `S1`, `S2` … through the whole brief.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The words in `lang`.
    pub fn text(&self, lang: Lang) -> &str {
        self.text.get(lang)
    }

    /// What it rests on.
    pub fn cites(&self) -> &Cites {
        &self.cites
    }

    /// How many of the claims that it stands on a person has confirmed or corrected.
    pub fn reviewed(&self) -> Share {
        self.reviewed
    }
}

/// What a section speaks of, in the order of the brief.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum SectionKind {
    /// The situation in few sentences.
    Summary,
    /// Area by area.
    Areas,
    /// Incidents.
    Incidents,
    /// Running totals.
    Casualties,
    /// Truce and diplomacy.
    Truce,
    /// What was promised.
    Promises,
    /// What nobody tells, and what the agreement leaves open.
    Limits,
    /// How to check it all.
    Check,
}

/// A section: never without a sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Section {
    /// What it speaks of.
    pub kind: SectionKind,
    /// Its heading.
    pub title: Bilingual,
    /// Its sentences.
    pub sentences: Vec<Sentence>,
}

/// The head of the brief.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Header {
    /// The story's name, else the agreement's.
    pub title: Bilingual,
    /// The agreement's name.
    pub agreement: Bilingual,
    /// What was received at or before this time.
    pub as_of: Moment,
    /// For an example: what is constructed in it.
    pub notice: Option<Bilingual>,
    /// Entries in the ledger.
    pub ledger_size: u64,
    /// Root hash of the ledger, hex.
    pub ledger_root: String,
    /// The operator's verifier key.
    pub ledger_key: String,
}

/// The words of a cited claim and the report that has them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Words {
    /// The clause, as written.
    pub text: String,
    /// Stretches of `text` that name somebody, something or somewhere: scalar offsets.
    pub marks: Vec<(usize, usize)>,
    /// Language of the report.
    pub lang: String,
    /// Kind of the claim.
    pub claim_kind: String,
    /// A person has confirmed it.
    pub reviewed: bool,
    /// Id of the report.
    pub report: String,
    /// Where the clause stands in the report's text: scalar offsets.
    pub span: (usize, usize),
}

/// A numbered entry of the list of sources.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Reference {
    /// Number in the list, from 1; claims come first.
    pub number: usize,
    /// What is cited.
    #[serde(flatten)]
    pub cite: Cite,
    /// For a claim: its words.
    pub words: Option<Words>,
    /// For a claim or report: the report's id in the list of reports.
    pub report: Option<String>,
    /// For a derived thing: ids that it rests on.
    pub rests_on: Vec<String>,
    /// For a part of the agreement: where its text stands.
    pub source: Option<String>,
    /// For an area: its state.
    pub status: Option<AreaStatus>,
}

/// A report that is cited, or whose claim is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CitedReport {
    /// Id in the store.
    pub id: String,
    /// The file or key that it came under.
    pub label: String,
    /// Name of the source.
    pub source: Bilingual,
    /// Kind of the source.
    pub kind: Bilingual,
    /// Admiralty grade.
    pub grade: char,
    /// ISO day of publication.
    pub published: Option<String>,
    /// When it was received.
    pub received: Moment,
    /// SHA-256 of the bytes as received, hex.
    pub sha256: String,
    /// Index in the ledger.
    pub entry: u64,
}

/// The whole brief.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Brief {
    /// Title, time, agreement, ledger.
    pub header: Header,
    /// Sections in order; one that has nothing to say is left out.
    pub sections: Vec<Section>,
    /// Everything cited, numbered.
    pub references: Vec<Reference>,
    /// Every report behind a reference, by entry in the ledger.
    pub reports: Vec<CitedReport>,
    /// The states of the areas day by day, where there is a history of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ribbon: Option<Ribbon>,
}

impl Brief {
    /// Every sentence, in order.
    pub fn sentences(&self) -> impl Iterator<Item = &Sentence> {
        self.sections.iter().flat_map(|s| &s.sentences)
    }

    /// The sentence `S…` of that id.
    pub fn sentence(&self, id: &str) -> Option<&Sentence> {
        self.sentences().find(|s| s.id() == id)
    }
}
