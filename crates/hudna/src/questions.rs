//! What would settle something: questions that follow from what is open, those that people asked,
//! and what came back.

use std::collections::{BTreeMap, BTreeSet};

use hudna_model::digest::short_id;
use hudna_model::{Answer, Bilingual, Incident, NoteKind, Question, Verdict};

use crate::decide::{Desk, Entered};
use crate::error::{Error, Result, Told};
use crate::facts::Facts;
use crate::record::{AnswerRecord, QuestionRecord, Record};

/// All questions: those that are open and asked, the first due first; those raised and not asked, of
/// the newest incident first; then answered ones.
pub fn questions(facts: &Facts, incidents: &[Incident]) -> Vec<Question> {
    let mut all: Vec<Question> = raised(facts, incidents);
    for act in facts.standing() {
        match &act.record {
            Record::Question(q) => {
                let mut asked = asked(q, act.entry);
                asked.asked = Some((act.by.clone(), act.received));
                match all.iter_mut().find(|known| known.id == q.id) {
                    Some(known) => *known = asked,
                    None => all.push(asked),
                }
            }
            Record::Answer(a) => {
                if let Some(question) = all.iter_mut().find(|known| known.id == a.question) {
                    let (by, at, text) = (act.by.clone(), act.received, a.text.clone());
                    question.answer = Some(Answer { by, at, text });
                    question.entries.push(act.entry);
                }
            }
            _ => {}
        }
    }
    let rank = |q: &Question| (q.answer.is_some(), q.raised, q.due.is_none());
    all.sort_by(|a, b| (rank(a), &a.due).cmp(&(rank(b), &b.due)));
    all
}

fn asked(q: &QuestionRecord, entry: u64) -> Question {
    Question {
        id: q.id.clone(),
        about: q.about.clone(),
        text: q.text.clone(),
        raised: false,
        addressee: q.addressee.clone(),
        channel: q.channel.clone(),
        owner: q.owner.clone(),
        due: q.due.clone(),
        asked: None,
        answer: None,
        entries: vec![entry],
    }
}

/// What nobody can settle without asking: the facts that leave a verdict open, and place names that
/// no gazetteer holds.
fn raised(facts: &Facts, incidents: &[Incident]) -> Vec<Question> {
    let mut out = Vec::new();
    for incident in incidents {
        let (Some(anchor), about) = (incident.claims.first(), &incident.id) else { continue };
        let open = incident.judgements.iter().filter(|j| j.verdict == Verdict::Undetermined);
        let mut asked = BTreeSet::new();
        for settles in open.flat_map(|j| &j.settles).filter(|s| asked.insert(s.fact.as_str())) {
            let usual = hudna_judge::question_on(&settles.fact);
            let text = usual.unwrap_or_else(|| settles.text.clone());
            out.push(open_question(&[anchor, &settles.fact], about, text));
        }
    }
    out.extend(unknown_places(facts));
    out
}

fn unknown_places(facts: &Facts) -> Vec<Question> {
    let mut first: BTreeMap<String, (&str, &str)> = BTreeMap::new();
    for (id, report) in &facts.reports {
        let notes = report.reading.iter().flat_map(|r| &r.notes);
        for note in notes.filter(|n| n.kind == NoteKind::UnknownPlace) {
            first.entry(hudna_model::text::fold(&note.text)).or_insert((id, &note.text));
        }
    }
    let all = first.into_iter();
    all.map(|(key, (report, name))| {
        open_question(&["place", &key], report, hudna_judge::question_where(name))
    })
    .collect()
}

fn open_question(key: &[&str], about: &str, text: Bilingual) -> Question {
    Question {
        id: short_id("QST", key.iter().map(|k| k.as_bytes())),
        about: about.to_owned(),
        text,
        raised: true,
        addressee: None,
        channel: None,
        owner: None,
        due: None,
        asked: None,
        answer: None,
        entries: Vec::new(),
    }
}

/// To whom a question goes, and who looks after it.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Whom it goes to.
    pub to: Option<String>,
    /// By which channel.
    pub channel: Option<String>,
    /// Who looks after it.
    pub owner: Option<String>,
    /// Until when, ISO day.
    pub due: Option<String>,
}

impl Desk<'_> {
    /// Asks a question about something, or one that was raised, by its id; the words of the desk's
    /// `why` are the question, for a raised one they go with it.
    ///
    /// # Errors
    /// Nothing has the id, or the day is none.
    pub fn ask(&self, about: &str, ask: Ask) -> Result<Entered> {
        if let Some(day) = ask.due.as_ref().filter(|d| crate::ingest::not_a_day(d).is_some()) {
            return Err(Told::error("told-no-day", &[("day", day)]));
        }
        let raised = self.situation.questions.iter().find(|q| q.id == about);
        if let Some(entry) = raised.and_then(|q| q.entries.first()) {
            return Err(Told::error("told-already", &[("entry", &entry.to_string())]));
        }
        let words = self.who.why.clone();
        let (id, about, text) = match raised {
            Some(q) => (q.id.clone(), q.about.clone(), q.text.clone()),
            None => {
                self.about(about)?;
                let key = [about, &words, &self.at.to_string()];
                let id = short_id("QST", key.iter().map(|k| k.as_bytes()));
                (id, about.to_owned(), Bilingual::new(words.clone(), words))
            }
        };
        let Ask { to: addressee, channel, owner, due } = ask;
        let shown = id.clone();
        let record = QuestionRecord { id, about, text, addressee, channel, owner, due };
        self.enter(Record::Question(record), &shown, None)
    }

    fn about(&self, id: &str) -> Result<()> {
        let s = &self.situation;
        let known = crate::decide::incident(s, id).is_some()
            || crate::promises::promise(s, id).is_some()
            || s.cases.iter().any(|c| c.id == id)
            || s.claims.contains_key(id)
            || s.reports.contains_key(id)
            || s.areas.iter().any(|a| a.id == id || a.area == id);
        let remedy = "unknown-about";
        if known { Ok(()) } else { Err(Error::Unknown { id: id.to_owned(), remedy }) }
    }

    /// Asks a question and answers it at once, as one act: the words of the desk's `why` are the
    /// question. Gives the answer's entry.
    ///
    /// # Errors
    /// Nothing has the id.
    pub fn ask_and_answer(&self, about: &str, answer: &str) -> Result<Entered> {
        let asked = self.ask(about, Ask::default())?;
        let record = AnswerRecord { question: asked.about.clone(), text: answer.to_owned() };
        self.enter(Record::Answer(record), &asked.about, None)
    }

    /// Enters the answer to a question; the words of the desk's `why` are the answer.
    ///
    /// # Errors
    /// Nothing has the id, or it is answered.
    pub fn answer(&self, id: &str) -> Result<Entered> {
        let question = self.situation.questions.iter().find(|q| q.id == id);
        let question = question
            .ok_or_else(|| Error::Unknown { id: id.to_owned(), remedy: "unknown-question" })?;
        if question.answer.is_some() {
            let entry = question.entries.last().copied().unwrap_or_default();
            return Err(Told::error("told-already", &[("entry", &entry.to_string())]));
        }
        let record = AnswerRecord { question: id.to_owned(), text: self.who.why.clone() };
        self.enter(Record::Answer(record), id, None)
    }
}
