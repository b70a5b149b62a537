//! Tolls in the forms of two standards that ask for deaths as numbers.

use std::sync::OnceLock;

use hudna_model::{Body, FiledClaim, Incident, Outcome, Toll, Victims};

use crate::fold::fold;

/// Deaths of one event as the UCDP Georeferenced Event Dataset has them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct UcdpDeaths {
    /// Civilians, by the best estimate.
    pub civilians: u32,
    /// Fighters of any side; the sides themselves are left to a coder.
    pub fighters: u32,
    /// Persons of whom it is not known what they were.
    pub unknown: u32,
    /// Best estimate of all deaths: the sum of the three.
    pub best: u32,
    /// Lowest reliable estimate.
    pub low: u32,
    /// Highest reliable estimate.
    pub high: u32,
}

/// Deaths of an incident by the rules of UCDP: best, low and high over all who died. Who is told
/// only as part of others is counted with them; where figures by kind of victim exceed the general
/// one, their sum is the whole. None when no deaths are told. Running totals never count.
pub fn ucdp_deaths(incident: &Incident) -> Option<UcdpDeaths> {
    let killed: Vec<&Toll> =
        incident.tolls.iter().filter(|t| t.outcome == Outcome::Killed && !t.cumulative).collect();
    if killed.is_empty() {
        return None;
    }
    let of = |class: Class| killed.iter().filter(move |t| Class::of(t.victims) == class);
    let sum = |class: Class, bound: fn(&Toll) -> u32| of(class).map(|t| bound(t)).sum::<u32>();
    let whole = |bound: fn(&Toll) -> u32| {
        let general = of(Class::Unknown).map(|t| bound(t)).max().unwrap_or_default();
        general.max(sum(Class::Civilian, bound) + sum(Class::Fighter, bound))
    };
    let (civilians, fighters) = (sum(Class::Civilian, |t| t.best), sum(Class::Fighter, |t| t.best));
    let best = whole(|t| t.best);
    Some(UcdpDeaths {
        civilians,
        fighters,
        unknown: best - civilians - fighters,
        best,
        low: whole(|t| t.low).min(best),
        high: whole(|t| t.high).max(best),
    })
}

/// Deaths of an incident as ACLED has them: one number, the best figure, where a vague one is coded
/// by the codebook (tens 10, dozens 12, hundreds 100). None when no deaths are told.
pub fn acled_fatalities(incident: &Incident) -> Option<u32> {
    let mut coded = incident.clone();
    for toll in &mut coded.tolls {
        toll.best = toll.rows.first().and_then(|row| row.coded).unwrap_or(toll.best);
    }
    ucdp_deaths(&coded).map(|deaths| deaths.best)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Civilian,
    Fighter,
    Unknown,
}

impl Class {
    fn of(victims: Victims) -> Self {
        use Victims::{AidWorker, Civilian, Fighter, Journalist, Leader, Mixed, Monitor, Police};
        match victims {
            Civilian | AidWorker | Journalist | Monitor => Class::Civilian,
            Fighter | Police | Leader => Class::Fighter,
            Mixed | Victims::Unspecified => Class::Unknown,
        }
    }
}

fn words() -> &'static [(String, u32)] {
    static CELL: OnceLock<Vec<(String, u32)>> = OnceLock::new();
    CELL.get_or_init(|| {
        let rows = include_str!("../words/vague.tsv").lines().filter(|l| !l.starts_with('#'));
        let row = |line: &str| {
            let (word, number) = line.split_once('\t')?;
            Some((fold(word), number.parse().ok()?))
        };
        rows.filter_map(row).collect()
    })
}

/// What the vague figure of a toll is coded as: by its word where that is known, else by the power
/// of ten that it begins with. None for exact figures.
pub(crate) fn coded(filed: &FiledClaim) -> Option<u32> {
    let Body::Toll { low, high, vague: true, .. } = &filed.claim.body else { return None };
    let order = 10_u32.pow((*low).or(*high).filter(|n| *n > 0)?.ilog10());
    let text = fold(&filed.claim.evidence.text);
    let told = |word: &&str| word.strip_prefix("ال").unwrap_or(word).to_owned();
    let said: Vec<String> = text.split(' ').map(|w| told(&w)).collect();
    let fits = |(word, n): &&(String, u32)| n.ilog10() == order.ilog10() && said.contains(word);
    Some(words().iter().find(fits).map_or(order, |(_, n)| *n))
}
