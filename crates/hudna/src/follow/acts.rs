//! A story's acts become entries: words become the claims that say them, names the entries that
//! bear them, and a step of a case is held against the procedure as if somebody typed it.

use std::collections::BTreeMap;

use hudna_judge::CaseLaw;
use hudna_model::digest::short_id;
use hudna_model::{CaseEntry, CaseStep, Due, Party, PromiseChange};

use super::claim_of;
use crate::acts::Act;
use crate::cases::named;
use crate::data::Data;
use crate::derive;
use crate::env::Env;
use crate::error::Result;
use crate::facts::Facts;
use crate::ingest::{Refusal, entry};
use crate::record::{
    Anchor, AnswerRecord, CaseRecord, FindingRecord, GradeRecord, PairRecord, PromiseRecord,
    QuestionRecord, Record, UndoRecord,
};
use crate::store::{NewEntry, Store};
use crate::story::{CaseAct, CaseDeed, PromiseAct, QuestionAct, Quoted, Story, StoryAct};

type Resolved<T> = std::result::Result<T, Refusal>;

/// Appends the story's acts that are new, each in its turn; gives how many were new, how many
/// stood already, and those that cannot be entered.
pub(super) fn enter(
    story: &Story,
    store: &Store,
    data: &Data,
    env: &Env,
) -> Result<(usize, usize, Vec<Refusal>)> {
    let (mut new, mut old, mut refused) = (0, 0, Vec::new());
    if story.acts.is_empty() {
        return Ok((new, old, refused));
    }
    let facts = Facts::load(store, Some(story.as_of))?;
    let situation = derive::picture(&facts, data, derive::head(store)?)?;
    let rules = crate::cases::rules(&situation.agreement);
    let law = CaseLaw { rules: &rules, parties: &situation.parties };
    let mut entering = Entering::new(&facts, story, law, &situation.parties);
    let mut acts: Vec<&StoryAct> = story.acts.iter().collect();
    acts.sort_by_key(|act| act.received);
    for act in acts {
        if let Some(number) = entering.stands(act) {
            entering.remember(act, number);
            old += 1;
            continue;
        }
        match entering.record(act) {
            Err(refusal) => refused.push(refusal),
            Ok(record) => {
                let made = entry(env, &act.by, record.clone(), act.received, None);
                let object = entering.object(&record, store)?.unwrap_or(made.object.clone());
                let number = store.append(vec![NewEntry { object, ..made }])?[0];
                entering.took(act, &record, number);
                new += 1;
            }
        }
    }
    Ok((new, old, refused))
}

/// What is known while acts are entered one after another.
struct Entering<'f> {
    facts: &'f Facts,
    story: &'f Story,
    law: CaseLaw<'f>,
    parties: &'f BTreeMap<String, Party>,
    cases: BTreeMap<String, Vec<CaseEntry>>,
    named: BTreeMap<String, (u64, String)>,
}

impl<'f> Entering<'f> {
    fn new(
        facts: &'f Facts,
        story: &'f Story,
        law: CaseLaw<'f>,
        parties: &'f BTreeMap<String, Party>,
    ) -> Entering<'f> {
        let (cases, named) = (facts.case_steps(), BTreeMap::new());
        Entering { facts, story, law, parties, cases, named }
    }

    /// The entry that this act made before: a story has one act a person and moment.
    fn stands(&self, act: &StoryAct) -> Option<u64> {
        let made = |a: &&Act| {
            let who = (a.by.as_str(), a.received) == (act.by.as_str(), act.received);
            who && !matches!(a.record, Record::Decision(_))
        };
        self.facts.acts.iter().find(made).map(|a| a.entry)
    }

    fn took(&mut self, act: &StoryAct, record: &Record, number: u64) {
        self.remember(act, number);
        if let Record::Case(case) = record {
            let (at, by, note) = (act.received, act.by.clone(), act.why.clone());
            let step = CaseEntry { entry: number, at, by, note, step: case.step.clone() };
            self.cases.entry(case.case.clone()).or_default().push(step);
        }
    }

    fn remember(&mut self, act: &StoryAct, number: u64) {
        if let Some(name) = &act.name {
            let question = self.question_id(name);
            self.named.insert(name.clone(), (number, question));
        }
    }

    /// All steps of a case are versions of one object.
    fn object(&self, record: &Record, store: &Store) -> Result<Option<String>> {
        let Record::Case(case) = record else { return Ok(None) };
        let first = self.cases.get(&case.case).and_then(|steps| steps.first());
        first.map(|step| store.object_of(step.entry)).transpose()
    }

    fn record(&self, act: &StoryAct) -> Resolved<Record> {
        let why = act.why.clone();
        if let Some(pair) = &act.pair {
            let (a, b) = (self.anchor(&pair.a)?, self.anchor(&pair.b)?);
            return Ok(Record::Pair(PairRecord { relation: pair.relation, a, b, why }));
        }
        if let Some(finding) = &act.finding {
            let of = self.anchor(&finding.of)?;
            return Ok(Record::Finding(FindingRecord { found: finding.found, of, why }));
        }
        if let Some(promise) = &act.promise {
            let of = self.anchor(&promise.of)?;
            return Ok(Record::Promise(PromiseRecord { of, change: change(promise), why }));
        }
        if let Some(grade) = &act.grade {
            let (source, credibility) = (grade.source.clone(), grade.credibility);
            return Ok(Record::Grade(GradeRecord { source, grade: grade.grade, credibility, why }));
        }
        if let Some(case) = &act.case {
            return self.case(case, act);
        }
        if let Some(question) = &act.question {
            return self.question(question, act);
        }
        if let Some(name) = &act.answer {
            let question = self.entry_of(name)?.1.clone();
            return Ok(Record::Answer(AnswerRecord { question, text: why }));
        }
        let entry = self.entry_of(act.undo.as_deref().unwrap_or_default())?.0;
        Ok(Record::Undo(UndoRecord { entry, also: Vec::new(), why }))
    }

    fn entry_of(&self, name: &str) -> Resolved<&(u64, String)> {
        let missing = || refusal(format!("no earlier act has the name \"{name}\""));
        self.named.get(name).ok_or_else(missing)
    }

    fn anchor(&self, quoted: &Quoted) -> Resolved<Anchor> {
        let (report, claim) = claim_of(self.facts, quoted)?;
        Ok(Anchor { claim, report })
    }

    fn case(&self, act: &CaseAct, told: &StoryAct) -> Resolved<Record> {
        let case = short_id("CASE", [self.story.id.as_bytes(), act.id.as_bytes()]);
        let step = self.step(&act.step)?;
        let unknown = |party: &&str| !self.parties.contains_key(*party);
        if let Some(party) = named(&step).into_iter().find(unknown) {
            return Err(refusal(format!("no party has the id \"{party}\"")));
        }
        let before = self.cases.get(&case).map_or(&[][..], Vec::as_slice);
        let stands = hudna_judge::case(&case, before, self.law.rules, told.received);
        hudna_judge::admits(&stands, &step, &told.by, told.received, &self.law)
            .map_err(|not_yet| refusal(format!("case \"{}\": {}", act.id, not_yet.why.en)))?;
        Ok(Record::Case(CaseRecord { case, step, why: told.why.clone() }))
    }

    fn step(&self, deed: &CaseDeed) -> Resolved<CaseStep> {
        match deed {
            // By an id a case would be taken up on something that the story does not quote.
            CaseDeed::Step(CaseStep::Opened { .. }) => Err(refusal(
                "a case is opened on quoted words: of = { report, claim, quote }".into(),
            )),
            CaseDeed::Step(step) => Ok(step.clone()),
            CaseDeed::Opened { of } => {
                let Anchor { claim, report } = self.anchor(of)?;
                Ok(CaseStep::Opened { claim, report })
            }
        }
    }

    fn question(&self, asked: &QuestionAct, act: &StoryAct) -> Resolved<Record> {
        let id = self.question_id(act.name.as_deref().unwrap_or(&act.why));
        let about = self.anchor(&asked.about)?.claim;
        let QuestionAct { text, addressee, channel, owner, due, .. } = asked.clone();
        if let Some(day) = due.as_ref().filter(|day| crate::ingest::not_a_day(day).is_some()) {
            return Err(refusal(format!("\"{day}\" is no day")));
        }
        Ok(Record::Question(QuestionRecord { id, about, text, addressee, channel, owner, due }))
    }

    fn question_id(&self, name: &str) -> String {
        short_id("QST", [self.story.id.as_bytes(), name.as_bytes()])
    }
}

fn change(promise: &PromiseAct) -> PromiseChange {
    let next = promise.next.clone();
    match (&promise.due, &promise.owner) {
        (Some(due), _) => PromiseChange::Slip { due: Due::clone(due) },
        (None, Some(owner)) => PromiseChange::Assign { owner: owner.clone(), next },
        (None, None) => PromiseChange::Note { next },
    }
}

fn refusal(why: String) -> Refusal {
    Refusal::new(why, "correct the act in story.toml")
}
