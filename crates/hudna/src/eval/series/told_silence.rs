//! Silence of sources day by day, as it would have been told on each.

use hudna_series::silence::{Heard, Why};
use serde::Serialize;

use super::counts::{Series, iso};
use super::own::{OwnCounts, OwnTruce};
use super::stays::listen;

/// Whether a source is silent on a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SilenceLine<'a> {
    /// Source; empty where the file names none.
    pub source: &'a str,
    /// Day.
    pub date: String,
    /// It is silent: what it tells of its areas is no evidence.
    pub silent: bool,
    /// The first day of that, or of being thin.
    pub since: Option<String>,
    /// `dead`: nothing comes; `behind`: others tell of these days; `thin`: far less comes than
    /// before and no other source can tell why, so that its counts stand and it is not silent.
    pub why: Option<&'static str>,
}

/// Tells of each source on each of its days, or on those of each truce where there are any.
pub fn tell_silence(
    counts: &OwnCounts,
    truces: &[OwnTruce],
    mut say: impl FnMut(&SilenceLine<'_>),
) {
    let heard = listen(counts, truces);
    let sources = || counts.sources.iter().zip(&heard);
    if truces.is_empty() {
        for (series, heard) in sources() {
            (0..series.days).for_each(|at| say(&line(series, heard, at)));
        }
    }
    for truce in truces {
        for (series, heard) in sources() {
            series.span(truce).for_each(|at| say(&line(series, heard, at)));
        }
    }
}

fn line<'a>(series: &'a Series, heard: &[Heard], at: usize) -> SilenceLine<'a> {
    let silent = heard[at].silent;
    let why = |(_, why)| match why {
        Why::Dead => "dead",
        Why::Behind => "behind",
        Why::Thin => "thin",
    };
    SilenceLine {
        source: &series.name,
        date: iso(series.day(at)),
        silent: heard[at].gap().is_some(),
        since: silent.map(|(first, _)| iso(series.day(first))),
        why: silent.map(why),
    }
}
