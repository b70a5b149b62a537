//! A made-up reader: it repeats the annotations and spoils them in every way that the scorer must
//! judge. The same seed spoils the same way.

use hudna_model::words::{MeetingStatus, Standing};
use hudna_model::{
    Act, Body, Claim, DateRef, Due, Event, Form, Modality, Name, Outcome, Reading, SpeechAct, Task,
    Victims,
};

use super::gold::{Fact, GoldReport};
use super::pair::Stretch;
use super::synth::{claim, named, placed};

/// Chance without a clock: a linear congruential generator (multiplier and increment of Knuth's
/// MMIX), of which the high bits are used.
pub(super) struct Chance(pub u64);

impl Chance {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        usize::try_from((self.0 >> 33) % n.max(1) as u64).expect("31 bits fit")
    }

    fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }

    fn of<T: Copy>(&mut self, values: &[T]) -> T {
        values[self.below(values.len())]
    }

    /// Mostly what was annotated, else any.
    fn mostly<T: Copy>(&mut self, annotated: Option<T>, values: &[T]) -> T {
        match annotated {
            Some(value) if !self.one_in(4) => value,
            _ => self.of(values),
        }
    }

    fn offset(&mut self, offset: usize) -> usize {
        if self.one_in(2) { (offset + self.below(41)).saturating_sub(20) } else { offset }
    }

    fn shuffle<T>(&mut self, values: &mut [T]) {
        for at in (1..values.len()).rev() {
            values.swap(at, self.below(at + 1));
        }
    }

    fn name(&mut self, name: &str) -> Name {
        let words: Vec<&str> = name.split(' ').collect();
        let first = words[..1 + self.below(words.len())].join(" ");
        named(&match self.below(9) {
            0 => first,
            1 => format!("و{name}"),
            2 => format!("ال{first}"),
            3 => name.to_uppercase().replace('ا', "أ"),
            4 => name.chars().flat_map(|c| [c, '\u{64e}']).collect(),
            5 => "الامم المتحدة 7 ½ ـ x".to_owned(),
            6 => String::new(),
            _ => name.to_owned(),
        })
    }

    fn maybe(&mut self, name: &Option<String>) -> Option<Name> {
        if self.one_in(8) {
            return Some(named("army"));
        }
        let name = name.as_deref().filter(|_| !self.one_in(6))?;
        Some(self.name(name))
    }
}

/// The spoilt reading of a report, none for some.
pub(super) fn spoil(gold: &GoldReport, chance: &mut Chance) -> Option<Reading> {
    if chance.one_in(12) {
        return None;
    }
    let mut claims: Vec<Claim> = Vec::new();
    for fact in &gold.facts {
        let quote = Stretch::of_quote(&gold.text, &fact.quote);
        for _ in 0..chance.of(&[0, 1, 1, 1, 1, 2]) {
            claims.extend(quote.and_then(|quote| spoil_fact(gold, fact, quote, chance)));
        }
        if chance.one_in(10) {
            claims.push(stray(gold, chance));
        }
    }
    chance.shuffle(&mut claims);
    Some(Reading {
        id: gold.id.clone(),
        lang: gold.lang.clone(),
        published: gold.published.clone(),
        pack: "test".to_owned(),
        model: None,
        claims,
        notes: Vec::new(),
    })
}

/// A claim that points anywhere, past the end or backwards too.
fn stray(gold: &GoldReport, chance: &mut Chance) -> Claim {
    let start = chance.below(gold.text.chars().count() + 30);
    let end = (start + chance.below(90)).saturating_sub(9);
    let event = chance.of(Event::ALL);
    claim(Body::Truce { event, parties: vec![], start: None, end: None, count: None }, start, end)
}

fn spoil_fact(
    gold: &GoldReport,
    fact: &Fact,
    quote: Stretch,
    chance: &mut Chance,
) -> Option<Claim> {
    let at = |offset: i64| usize::try_from(offset).expect("quotes are found at or after 0");
    let (start, mut end) = (chance.offset(at(quote.start)), chance.offset(at(quote.end)));
    if chance.one_in(15) {
        end = start + 399 + chance.below(4);
    }
    let mut claim = claim(body(fact, chance)?, start, end);
    let modality = fact.modality.as_deref().and_then(Modality::parse);
    claim.modality = match chance.one_in(8) {
        true => chance.of(Modality::ALL),
        false => modality.unwrap_or(Modality::Actual),
    };
    claim.background = fact.background.unwrap_or_default() != chance.one_in(5);
    claim.date = date(fact, chance);
    claim.place = place(gold, fact, chance);
    Some(claim)
}

fn date(fact: &Fact, chance: &mut Chance) -> Option<DateRef> {
    let start = fact.date.clone().filter(|_| !chance.one_in(5))?;
    let start = if chance.one_in(5) { start.chars().take(7).collect() } else { start };
    Some(DateRef { start, ..DateRef::default() })
}

fn place(gold: &GoldReport, fact: &Fact, chance: &mut Chance) -> Option<hudna_model::PlaceRef> {
    let name = chance.maybe(&fact.place)?;
    let known = fact.place.as_deref().and_then(|place| gold.coordinates(place));
    let (lat, lon) = known.filter(|_| !chance.one_in(6)).unwrap_or((36.2, 37.16));
    let shift = chance.below(50) as f64 / 100.0;
    let mut place = placed(&name.text, lat + shift, lon - shift);
    if chance.one_in(6) {
        (place.lat, place.lon) = (None, None);
    }
    Some(place)
}

fn body(fact: &Fact, chance: &mut Chance) -> Option<Body> {
    let status = fact.status.as_deref();
    Some(match fact.kind.as_str() {
        "violence" => Body::Violence {
            act: chance.mostly(fact.act.as_deref().and_then(Act::parse), Act::ALL),
            actor: chance.maybe(&fact.actor),
            target: chance.maybe(&fact.target),
            means: None,
            count: None,
        },
        "toll" => toll(fact, chance),
        "meeting" => {
            let participants = fact.participants.iter().flatten();
            let mut participants: Vec<Name> = participants.map(|name| chance.name(name)).collect();
            chance.shuffle(&mut participants);
            let kept = chance.below(participants.len() + 2);
            participants.truncate(kept);
            let status = status.and_then(MeetingStatus::parse);
            let status = chance.mostly(status, MeetingStatus::ALL);
            Body::Meeting { form: Form::Talks, participants, status }
        }
        "statement" => {
            let act = fact.speech_act.as_deref().and_then(SpeechAct::parse);
            let speech_act = chance.mostly(act, SpeechAct::ALL);
            Body::Statement { speaker: chance.maybe(&fact.speaker), speech_act, addressee: None }
        }
        "truce" => Body::Truce {
            event: chance.mostly(fact.event.as_deref().and_then(Event::parse), Event::ALL),
            parties: vec![],
            start: None,
            end: None,
            count: None,
        },
        "commitment" => Body::Commitment {
            who: chance.maybe(&fact.who),
            to: None,
            what: chance.mostly(fact.what.as_deref().and_then(Task::parse), Task::ALL),
            due: Due::default(),
            status: status.and_then(Standing::parse).unwrap_or(Standing::Promised),
        },
        _ => return None,
    })
}

fn toll(fact: &Fact, chance: &mut Chance) -> Body {
    let people = |bound: Option<i64>| bound.and_then(|bound| u32::try_from(bound).ok());
    let (mut low, mut high) = (people(fact.low), people(fact.high));
    match chance.below(8) {
        0 => low = None,
        1 => high = low,
        2 => high = high.map(|high| high + 1),
        _ => {}
    }
    Body::Toll {
        outcome: chance.mostly(fact.outcome.as_deref().and_then(Outcome::parse), Outcome::ALL),
        low,
        high,
        vague: false,
        victims: Victims::Unspecified,
        side: None,
        cumulative: false,
        subset_of: None,
    }
}
