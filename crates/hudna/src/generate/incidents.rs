//! Made-up incidents, as reports and their readings tell them.

use std::collections::HashSet;

use hudna_model::digest::{sha256_hex, short_id};
use hudna_model::{
    Act, Bilingual, Body, CaseStep, Claim, CopyMarks, DateRef, Due, Evidence, Modality, Moment,
    Name, Note, NoteKind, Outcome, Party, PlaceRef, Reading, Source, Span, Standing, Task, Victims,
};
use jiff::civil::Date;

use super::mission::{Mission, Town, as_of};
use super::words::{filled, one, plain};
use super::{Random, Size};
use crate::env::Env;
use crate::ingest::entry;
use crate::record::{CaseRecord, DecisionRecord, ReadingRecord, Record, ReportRecord};
use crate::store::{NewEntry, Row};

/// Days over which incidents are spread, up to the day of the story.
const DAYS: usize = 1090;
/// Days that incidents of one town are apart at least, so that no two are taken for one.
const APART: usize = 6;
/// Every so many-th incident is confirmed by a person.
const CONFIRMED: usize = 40;
/// Every so many-th becomes a case.
const CASES: usize = 400;
/// For every so many-th a promise is made.
const PROMISES: usize = 100;
/// Marks of copies that a report has.
const SHINGLES: usize = 12;
const ACTS: [Act; 12] = [
    Act::Shelling,
    Act::AirStrike,
    Act::SmallArmsFire,
    Act::Clash,
    Act::DroneStrike,
    Act::SniperFire,
    Act::ExplosiveDevice,
    Act::AttackOnCivilians,
    Act::Abduction,
    Act::AidBlocked,
    Act::Looting,
    Act::TroopMovement,
];

/// Makes the entries of one incident after the other.
pub(super) struct Maker<'m> {
    mission: &'m Mission,
    size: Size,
    random: Random,
    env: &'m Env,
    /// Ids of reports that are taken.
    taken: HashSet<String>,
    texts: Texts,
}

/// The sentences that reports are made of.
struct Texts {
    notice: Bilingual,
    act: Bilingual,
    toll: Bilingual,
    promise: Bilingual,
    council: Bilingual,
    unread: Bilingual,
    confirm: Bilingual,
}

/// What happened, as it is made up.
struct Event<'m> {
    town: &'m Town,
    day: Date,
    act: Act,
    actor: &'m Party,
    target: &'m Party,
    dead: Option<u32>,
}

/// A report in the making: its text, and where claims stand in it.
struct Told<'t> {
    id: String,
    text: String,
    chars: usize,
    /// Where the last sentence begins: in bytes and in characters.
    sentence: (usize, usize),
    arabic: bool,
    town: &'t Town,
    day: Date,
    claims: Vec<Claim>,
}

impl<'m> Maker<'m> {
    pub(super) fn new(mission: &'m Mission, size: Size, random: Random, env: &'m Env) -> Self {
        let texts = Texts {
            notice: one("text.notice"),
            act: one("text.act"),
            toll: one("text.toll"),
            promise: one("text.promise"),
            council: one("text.council"),
            unread: one("text.unread"),
            confirm: one("why.confirm"),
        };
        Maker { mission, size, random, env, taken: HashSet::new(), texts }
    }

    /// The entries of the incident of this number.
    pub(super) fn incident(&mut self, n: usize) -> Vec<NewEntry> {
        let event = self.event(n);
        let reports =
            1 + usize::from(self.random.below(100) < 40) + usize::from(self.random.below(100) < 15);
        let first = self.random.below(self.mission.sources.len());
        let (mut out, mut anchor) = (Vec::new(), None);
        for at in 0..reports {
            let source = &self.mission.sources[(first + at) % self.mission.sources.len()];
            let told = self.report(&event, source, (n, at));
            anchor.get_or_insert((told.claims[0].id.clone(), told.id.clone()));
            let received =
                as_of().midnight_of(event.day).plus_seconds(86_400 + 3_600 * (8 + at as i64));
            self.entries(told, source, received, &mut out);
        }
        let (claim, report) = anchor.expect("an incident is told by a report at least");
        if n.is_multiple_of(CONFIRMED) {
            let why = self.texts.confirm.clone();
            let (claim, report, decision) = (claim.clone(), report.clone(), "confirm".to_owned());
            let record = DecisionRecord { decision, claim, report, why, field: None, value: None };
            out.push(self.entry(Record::Decision(record), as_of()));
        }
        if n.is_multiple_of(CASES) {
            let step = CaseStep::Opened { claim: claim.clone(), report };
            let case = short_id("CASE", [claim.as_bytes()]);
            let record = CaseRecord { case, step, why: super::NOTICE.to_owned() };
            out.push(self.entry(Record::Case(record), as_of()));
        }
        out
    }

    fn entry(&self, record: Record, received: Moment) -> NewEntry {
        entry(self.env, super::BY, record, received, None)
    }

    /// Towns take turns; the incidents of one are far apart in time.
    fn event(&mut self, n: usize) -> Event<'m> {
        let towns = &self.mission.towns;
        let (turn, turns) = (n / towns.len(), self.size.incidents.div_ceil(towns.len()));
        let apart = (DAYS / turns).max(APART);
        let drift = self.random.below(apart.saturating_sub(APART) + 1);
        // Towns do not begin their turns on one day.
        let back = (turn * apart + drift + n * 7 % apart.max(1)) % DAYS.max(turns * apart);
        let last: Date = as_of().day();
        let day = last.checked_sub(jiff::Span::new().days(1 + back as i64));
        let actor = self.random.below(self.mission.parties.len() - 1);
        let target = (actor + 1 + self.random.below(2)) % (self.mission.parties.len() - 1);
        let dead = (self.random.below(100) < 55).then(|| match self.random.below(40) {
            0 => 10 + self.random.below(40) as u32,
            _ => self.random.below(9) as u32,
        });
        Event {
            town: &towns[n % towns.len()],
            day: day.unwrap_or(last),
            act: ACTS[self.random.below(ACTS.len())],
            actor: &self.mission.parties[actor],
            target: &self.mission.parties[target],
            dead,
        }
    }

    fn report(&mut self, event: &Event<'m>, source: &Source, (n, at): (usize, usize)) -> Told<'m> {
        let id = self.free_id(&format!("{n}.{at}"));
        let arabic = source.id.as_bytes().last().is_some_and(|b| b % 2 == 0);
        let mut told = Told {
            id,
            text: String::new(),
            chars: 0,
            sentence: (0, 0),
            arabic,
            town: event.town,
            day: event.day,
            claims: Vec::new(),
        };
        told.say(&self.texts.notice);
        let day = plain(event.day);
        let act = hudna_judge::act_name(event.act);
        let args: [(&str, &Bilingual); 6] = [
            ("day", &day),
            ("act", &act),
            ("town", &event.town.place.name),
            ("area", &event.town.area),
            ("actor", &event.actor.name),
            ("target", &event.target.name),
        ];
        told.claim(&filled(&self.texts.act, &args), |t| Body::Violence {
            act: event.act,
            actor: Some(t.name(event.actor)),
            target: Some(t.name(event.target)),
            means: None,
            count: None,
        });
        if let Some(dead) = event.dead {
            // A later report may count one more.
            let dead = dead + u32::from(at > 0 && self.random.below(4) == 0);
            let count = plain(dead);
            let args: [(&str, &Bilingual); 3] =
                [("n", &count), ("town", &event.town.place.name), ("day", &day)];
            told.claim(&filled(&self.texts.toll, &args), |_| toll(dead));
        }
        if at == 0 && n.is_multiple_of(PROMISES) {
            self.promise(event, &args, &mut told);
        }
        told
    }

    fn promise(&mut self, event: &Event<'m>, args: &[(&str, &Bilingual)], told: &mut Told<'m>) {
        let due = event.day.checked_add(jiff::Span::new().days(10 + self.random.below(400) as i64));
        let due = due.unwrap_or(event.day).to_string();
        let text = filled(&filled(&self.texts.promise, args), &[("due", &plain(&due))]);
        let undated = self.random.below(4) == 0;
        let council = filled(&self.texts.council, &[("town", &event.town.place.name)]);
        told.claim(&text, |t| Body::Commitment {
            who: Some(t.unknown(&council)),
            to: Some(t.name(event.actor)),
            what: Task::DeliverAid,
            due: match undated {
                true => Due::default(),
                false => Due { start: None, end: Some(due.clone()), words: due },
            },
            status: Standing::Promised,
        });
    }

    fn free_id(&mut self, key: &str) -> String {
        for attempt in 0u64.. {
            let id = short_id("R", [b"made up", key.as_bytes(), &attempt.to_be_bytes()[..]]);
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
        unreachable!("ids do not run out")
    }

    fn entries(
        &mut self,
        mut told: Told<'_>,
        source: &Source,
        received: Moment,
        out: &mut Vec<NewEntry>,
    ) {
        let mut notes = Vec::new();
        if self.random.below(100) < 3 {
            let town = [("town", &told.town.place.name)];
            let span = told.say(&filled(&self.texts.unread, &town));
            let text: String = told.text.chars().skip(span.start).take(span.len()).collect();
            let (kind, why) = (NoteKind::UnreadHarm, super::NOTICE.to_owned());
            notes.push(Note { kind, span, text, why });
        }
        let lang = if told.arabic { "ar" } else { "en" };
        let sha256 = sha256_hex(told.text.as_bytes());
        let published = Some(received.day().to_string());
        let row = Row {
            id: told.id.clone(),
            source: source.id.clone(),
            key: None,
            sha256: sha256.clone(),
            published: published.clone(),
        };
        let record = ReportRecord {
            id: told.id.clone(),
            label: format!("made-up-{}.txt", told.id),
            source: source.id.clone(),
            key: None,
            published: published.clone(),
            lang: Some(lang.to_owned()),
            url: None,
            raw: told.text,
            text_sha256: sha256.clone(),
            sha256,
            text: None,
            extractor: "hudna generate".to_owned(),
            composed_from: Some(super::NOTICE.to_owned()),
        };
        out.push(entry(self.env, super::BY, Record::Report(record), received, Some(row)));
        let reading = Reading {
            id: told.id.clone(),
            lang: lang.to_owned(),
            published,
            pack: "made up".to_owned(),
            model: None,
            claims: told.claims,
            notes,
        };
        let mut shingles: Vec<u64> = (0..SHINGLES).map(|_| self.random.number()).collect();
        shingles.sort_unstable();
        let marks = CopyMarks { shingles, words: 30, ..CopyMarks::default() };
        let reading = ReadingRecord { report: told.id, reading, marks };
        out.push(self.entry(Record::Reading(Box::new(reading)), received));
    }
}

impl Told<'_> {
    /// Puts a sentence on a line of its own; tells where it stands.
    fn say(&mut self, sentence: &Bilingual) -> Span {
        if !self.text.is_empty() {
            self.text.push('\n');
            self.chars += 1;
        }
        let sentence = if self.arabic { &sentence.ar } else { &sentence.en };
        let start = self.chars;
        self.sentence = (self.text.len(), start);
        self.text.push_str(sentence);
        self.chars += sentence.chars().count();
        Span::new(start, self.chars)
    }

    /// A sentence that is a claim.
    fn claim(&mut self, sentence: &Bilingual, body: impl FnOnce(&Told<'_>) -> Body) {
        let span = self.say(sentence);
        let text = if self.arabic { &sentence.ar } else { &sentence.en };
        let body = body(self);
        let place = self.place();
        let tied = matches!(body, Body::Violence { .. } | Body::Toll { .. });
        let id = Claim::id_of(&self.id, &body, Modality::Actual, span, Some(&place.text));
        let day = self.day.to_string();
        let date = DateRef {
            start: day.clone(),
            precision: "day".to_owned(),
            words: day,
            ..DateRef::default()
        };
        self.claims.push(Claim {
            id,
            body,
            modality: Modality::Actual,
            background: false,
            attributed_to: None,
            quoted: false,
            event: tied.then(|| "e1".to_owned()),
            place: Some(place),
            date: Some(date),
            evidence: Evidence { span, text: text.clone() },
            rule: "made_up".to_owned(),
            confidence: 0.9,
            seen: None,
        });
    }

    /// Where words stand in the last sentence.
    fn at(&self, words: &str) -> Span {
        let (bytes, chars) = self.sentence;
        let sentence = &self.text[bytes..];
        let before = sentence.find(words).map_or(0, |at| sentence[..at].chars().count());
        Span::new(chars + before, chars + before + words.chars().count())
    }

    fn place(&self) -> PlaceRef {
        let place = &self.town.place;
        let text = if self.arabic { place.name.ar.clone() } else { place.name.en.clone() };
        PlaceRef {
            span: self.at(&text),
            text,
            id: Some(place.id.clone()),
            name: Some(place.name.en.clone()),
            lat: Some(place.lat),
            lon: Some(place.lon),
            level: Some(place.level),
            pcode: None,
            candidates: 1,
        }
    }

    /// Who stands in no register.
    fn unknown(&self, name: &Bilingual) -> Name {
        let text = if self.arabic { name.ar.clone() } else { name.en.clone() };
        Name { span: self.at(&text), text, ..Name::default() }
    }

    /// A party as it is named in the last sentence.
    fn name(&self, party: &Party) -> Name {
        let text = if self.arabic { party.name.ar.clone() } else { party.name.en.clone() };
        Name {
            span: self.at(&text),
            text,
            party: Some(party.id.clone()),
            name: Some(party.name.en.clone()),
        }
    }
}

fn toll(dead: u32) -> Body {
    Body::Toll {
        outcome: Outcome::Killed,
        low: Some(dead),
        high: Some(dead),
        vague: false,
        victims: Victims::Civilian,
        side: None,
        cumulative: false,
        subset_of: None,
    }
}
