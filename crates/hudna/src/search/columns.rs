//! What can be asked of incidents, column by column: small numbers beside one another, so that a
//! question goes once through a few hundred kilobytes and not through the incidents.

use std::collections::{BTreeMap, HashMap};

use hudna_model::{Incident, Outcome, Situation, Stage};

use super::bits::Bits;
use super::values::{self, NONE, UNKNOWN};

/// No figure of dead is told.
pub(super) const UNTOLD: u32 = u32::MAX;

/// Values of one field: names by number, and the numbers of each incident.
#[derive(Debug, Default)]
pub(super) struct Field {
    /// Ascending.
    pub names: Vec<Box<str>>,
    /// End of each incident's numbers; none where each has one.
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl Field {
    pub(super) fn of(&self, at: usize) -> &[u32] {
        if self.ends.is_empty() {
            return &self.items[at..=at];
        }
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.items[start..self.ends[at] as usize]
    }

    /// Whether each value is wanted, by number.
    pub(super) fn wanted(&self, mut wanted: impl FnMut(&str) -> bool) -> Vec<bool> {
        self.names.iter().map(|n| wanted(n)).collect()
    }

    /// The incidents that have a wanted value.
    pub(super) fn having(&self, size: usize, wanted: &[bool]) -> Bits {
        if !wanted.contains(&true) {
            return Bits::none(size);
        }
        Bits::of(size, |at| self.of(at).iter().any(|v| wanted[*v as usize]))
    }

    /// How many of these incidents have each value.
    pub(super) fn counts(&self, among: &Bits) -> Vec<usize> {
        let mut out = vec![0; self.names.len()];
        among.each(|at| self.of(at).iter().for_each(|v| out[*v as usize] += 1));
        out
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.names.binary_search_by(|n| (**n).cmp(name)).is_ok()
    }

    fn bytes(&self) -> usize {
        4 * (self.ends.capacity() + self.items.capacity())
            + self.names.iter().map(|n| n.len() + 16).sum::<usize>()
    }
}

/// Takes in the values of one incident after the other.
#[derive(Debug, Default)]
pub(super) struct FieldBuilder {
    known: HashMap<Box<str>, u32>,
    ends: Vec<u32>,
    items: Vec<u32>,
}

impl FieldBuilder {
    /// The values of the next one, each counted once.
    pub(super) fn row<'v>(&mut self, values: impl IntoIterator<Item = &'v str>) {
        let start = self.items.len();
        for value in values {
            let at = match self.known.get(value) {
                Some(at) => *at,
                None => {
                    let at = self.known.len() as u32;
                    self.known.insert(value.into(), at);
                    at
                }
            };
            if !self.items[start..].contains(&at) {
                self.items.push(at);
            }
        }
        self.ends.push(self.items.len() as u32);
    }

    pub(super) fn finish(self) -> Field {
        let mut names: Vec<(Box<str>, u32)> = self.known.into_iter().collect();
        names.sort_unstable();
        let mut rank = vec![0; names.len()];
        names.iter().enumerate().for_each(|(n, (_, at))| rank[*at as usize] = n as u32);
        let items = self.items.iter().map(|at| rank[*at as usize]).collect();
        let single = self.ends.iter().enumerate().all(|(n, end)| *end as usize == n + 1);
        let mut ends = if single { Vec::new() } else { self.ends };
        ends.shrink_to_fit();
        Field { names: names.into_iter().map(|(name, _)| name).collect(), ends, items }
    }
}

/// Fields with one filter and one facet each, in the order of facets; `term`, `verdict` and `flag`
/// stand in [`Judged`].
pub(super) const FIELDS: [&str; 13] = [
    "area",
    "place",
    "party",
    "actor",
    "target",
    "act",
    "corroboration",
    "confirmed",
    "reviewed",
    "source",
    "precision",
    "case",
    "text_lang",
];

/// Judgements: obligation, verdict and marks of each, by incident.
#[derive(Debug, Default)]
pub(super) struct Judged {
    /// Ids of obligations, ascending.
    pub terms: Vec<String>,
    ends: Vec<u32>,
    items: Vec<Judgement>,
}

/// One judgement.
#[derive(Debug, Clone, Copy)]
pub(super) struct Judgement {
    /// Number of the obligation.
    pub term: u16,
    /// Number of the verdict.
    pub verdict: u8,
    /// Marks, one bit each.
    pub flags: u8,
}

impl Judged {
    pub(super) fn of(&self, at: usize) -> &[Judgement] {
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.items[start..self.ends[at] as usize]
    }

    fn new(incidents: &[Incident]) -> Judged {
        let mut out = Judged::default();
        let all = incidents.iter().flat_map(|i| &i.judgements);
        out.terms = all.map(|j| j.obligation.clone()).collect();
        out.terms.sort();
        out.terms.dedup();
        for incident in incidents {
            for j in &incident.judgements {
                let term = out.terms.binary_search(&j.obligation).unwrap_or_default() as u16;
                let flag = |n: &usize| j.flags.contains(&values::FLAGS[*n].0);
                let flags = (0..values::FLAGS.len()).filter(flag).fold(0, |all, n| all | 1 << n);
                out.items.push(Judgement { term, verdict: number(j.verdict), flags });
            }
            out.ends.push(out.items.len() as u32);
        }
        out
    }
}

/// The number of a verdict in [`values::VERDICTS`].
fn number(verdict: hudna_model::Verdict) -> u8 {
    let at = values::VERDICTS.iter().position(|(v, _)| *v == verdict);
    at.expect("every verdict stands in the list") as u8
}

/// All columns of the incidents of a picture.
#[derive(Debug)]
pub(super) struct Columns {
    pub size: usize,
    fields: Vec<Field>,
    pub judged: Judged,
    /// First and last day, counted from 1970; none where no day is told.
    pub days: Vec<Option<(i32, i32)>>,
    /// The largest figure of dead, or [`UNTOLD`].
    pub deaths: Vec<u32>,
    pub origins: Vec<u32>,
    /// Number of the verdict that stands for the incident; one past the last where there is none.
    pub main: Vec<u8>,
}

impl Columns {
    pub(super) fn new(s: &Situation) -> Columns {
        let mut builders: Vec<FieldBuilder> = Vec::new();
        builders.resize_with(FIELDS.len(), FieldBuilder::default);
        let cases = cases(s);
        for incident in &s.incidents {
            rows(&mut builders, incident, &cases, s);
        }
        Columns {
            size: s.incidents.len(),
            fields: builders.into_iter().map(FieldBuilder::finish).collect(),
            judged: Judged::new(&s.incidents),
            days: s.incidents.iter().map(days).collect(),
            deaths: s.incidents.iter().map(|i| deaths(i).unwrap_or(UNTOLD)).collect(),
            origins: s.incidents.iter().map(|i| i.origins.len() as u32).collect(),
            main: s.incidents.iter().map(main).collect(),
        }
    }

    /// A field by its name.
    pub(super) fn field(&self, name: &str) -> &Field {
        let at = FIELDS.iter().position(|f| *f == name);
        &self.fields[at.expect("only fields of the list are asked for")]
    }

    pub(super) fn bytes(&self) -> usize {
        self.fields.iter().map(Field::bytes).sum::<usize>()
            + self.judged.items.capacity() * 4
            + self.size * (4 + 12 + 4 + 4 + 1)
    }
}

/// Stages of the cases on each incident.
fn cases(s: &Situation) -> BTreeMap<&str, Vec<Stage>> {
    let mut out: BTreeMap<&str, Vec<Stage>> = BTreeMap::new();
    for case in &s.cases {
        if let Some(incident) = &case.incident {
            out.entry(incident).or_default().push(case.stage);
        }
    }
    out
}

/// The values of an incident, in the order of [`FIELDS`].
fn rows(to: &mut [FieldBuilder], i: &Incident, cases: &BTreeMap<&str, Vec<Stage>>, s: &Situation) {
    let told = || i.claims.iter().chain(&i.denials).filter_map(|id| s.claims.get(id));
    let named = |who: &'_ [(String, Vec<String>)]| -> Vec<String> {
        let names = who.iter().map(|(name, _)| name.clone());
        if who.is_empty() { vec![NONE.to_owned()] } else { names.collect() }
    };
    let (actors, targets) = (named(&i.actors), named(&i.targets));
    let parties = i.actors.iter().chain(&i.targets).map(|(name, _)| name.as_str());
    to[0].row([i.area.as_deref().unwrap_or(NONE)]);
    to[1].row([i.place.as_deref().unwrap_or(NONE)]);
    to[2].row(parties);
    to[3].row(actors.iter().map(String::as_str));
    to[4].row(targets.iter().map(String::as_str));
    to[5].row(i.acts.iter().map(|a| a.as_str()));
    to[6].row([values::corroboration(i.corroboration)]);
    to[7].row([if i.confirmed { "yes" } else { "no" }]);
    to[8].row([reviewed(i)]);
    to[9].row(told().map(|f| f.source.as_str()));
    to[10].row([precision(i, s)]);
    let stages = cases.get(i.id.as_str()).map_or(&[][..], Vec::as_slice);
    let open = stages.iter().any(|s| *s != Stage::Expunged);
    let stages = stages.iter().map(|s| s.as_str());
    to[11].row([if open { "yes" } else { "no" }].into_iter().chain(stages));
    let langs = told().filter_map(|f| s.reports.get(&f.report)).map(|r| r.lang.as_str());
    to[12].row(langs.filter(|l| !l.is_empty()));
}

/// How much of it a person has looked at.
pub(super) fn reviewed(i: &Incident) -> &'static str {
    match i.reviewed.confirmed {
        0 => "no",
        n if n < i.reviewed.of => "partly",
        _ => "yes",
    }
}

/// How large the place is that is told.
pub(super) fn precision(i: &Incident, s: &Situation) -> &'static str {
    let place = i.place.as_ref().and_then(|id| s.places.get(id));
    match (place, &i.place_text, &i.place) {
        (Some(place), ..) => values::level(place.level),
        (None, None, None) => NONE,
        _ => UNKNOWN,
    }
}

/// The figure of dead: the largest best one over kinds of victims.
pub(super) fn deaths(i: &Incident) -> Option<u32> {
    let killed = i.tolls.iter().filter(|t| t.outcome == Outcome::Killed);
    killed.map(|t| t.best).max()
}

/// The verdict that stands for an incident: of the first obligation of the agreement itself, else of
/// the first window's.
fn main(i: &Incident) -> u8 {
    let own = i.judgements.iter().find(|j| j.window.is_none());
    let told = own.or(i.judgements.first());
    told.map_or(values::VERDICTS.len() as u8, |j| number(j.verdict))
}

fn days(i: &Incident) -> Option<(i32, i32)> {
    let (first, last) = i.days.as_ref()?;
    Some((day(first)?, day(last)?))
}

/// The number of an ISO day, counted from 1970.
pub(super) fn day(text: &str) -> Option<i32> {
    let day: jiff::civil::Date = text.parse().ok()?;
    jiff::civil::date(1970, 1, 1).until(day).ok().map(|span| span.get_days())
}

/// The ISO day of a number.
pub(super) fn iso(day: i32) -> String {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.checked_add(jiff::Span::new().days(day)).unwrap_or(epoch).to_string()
}
