//! Every threshold of this crate, named, with what it is for. Changing one changes [`digest`].

use hudna_model::digest::hex_digest;

macro_rules! rules {
    ($($(#[doc = $doc:literal])+ $name:ident: $kind:ty = $value:expr;)+) => {
        $($(#[doc = $doc])+ pub(crate) const $name: $kind = $value;)+

        /// Name, value and purpose of every threshold, in the order of the source.
        pub const RULES: &[(&str, f64, &str)] =
            &[$((stringify!($name), $value as f64, concat!($($doc),+))),+];
    };
}

rules! {
    /// Copies: share of the smaller text's three-word runs that both texts hold.
    COPY_CONTAINMENT: f64 = 0.5;
    /// Copies: the same, when a quotation or two rare numbers are shared as well.
    COPY_CONTAINMENT_MARKED: f64 = 0.3;
    /// Copies: rare numbers that must be shared to count as a mark.
    COPY_RARE_NUMBERS: usize = 2;
    /// Copies: texts with fewer three-word runs than this are too short to tell.
    COPY_SHORTEST: usize = 8;
    /// Copies: every so many-th three-word run, by hash, stands in the index.
    COPY_SAMPLING: u64 = 4;
    /// Copies: share of the shorter text's indexed runs that make the whole texts be compared.
    COPY_ANCHORS: f64 = 0.1;
    /// Copies: texts told more days apart than this are not held against each other.
    COPY_DAYS: i32 = 30;

    /// Weight of the acts in a pair's score.
    WEIGHT_ACT: f64 = 0.20;
    /// Weight of the places.
    WEIGHT_PLACE: f64 = 0.30;
    /// Weight of the days.
    WEIGHT_DAYS: f64 = 0.20;
    /// Weight of the actors.
    WEIGHT_ACTOR: f64 = 0.10;
    /// Weight of the targets.
    WEIGHT_TARGET: f64 = 0.05;
    /// Weight of the figures.
    WEIGHT_NUMBER: f64 = 0.15;
    /// Weight of the text when both come from copies of one text; the others shrink to the rest.
    WEIGHT_TEXT: f64 = 0.25;
    /// Weight of a figure that both tell, when it is large; the others shrink to the rest.
    WEIGHT_FIGURE: f64 = 0.25;
    /// Binary digits of a figure that has that weight in full.
    FIGURE_BITS: f64 = 5.0;
    /// Share of three-word runs that any two reports may have in common.
    TEXT_COMMON: f64 = 0.02;
    /// A part that one side does not tell is neither for nor against.
    UNTOLD: f64 = 0.5;
    /// A pair at this score or above is a suggestion.
    SUGGESTED: f64 = 0.60;
    /// A pair at this score or above is one incident, if no guard speaks against it.
    CONFIRMED: f64 = 0.76;
    /// Groups are joined while the average score between them is at least this.
    AVERAGE_LINK: f64 = 0.65;
    /// Acts: two names of one family.
    ACT_FAMILY: f64 = 0.8;
    /// Acts: casualties without an act beside any act.
    ACT_UNTOLD: f64 = 0.6;
    /// Acts: a general word beside a particular one.
    ACT_GENERAL: f64 = 0.5;
    /// Acts: fire from the air beside fire from the ground.
    ACT_AIR_OR_GROUND: f64 = 0.4;
    /// Acts: acts that exclude each other beside one figure in both: one was told wrongly.
    ACT_BY_FIGURE: f64 = 0.2;
    /// Places: one side names none that is known, and a figure or the wording must tell.
    PLACE_UNTOLD: f64 = 0.25;
    /// Places: one site or neighbourhood.
    SAME_NEIGHBOURHOOD: f64 = 1.0;
    /// Places: one settlement or line.
    SAME_SETTLEMENT: f64 = 0.85;
    /// Places: one district.
    SAME_DISTRICT: f64 = 0.6;
    /// Places: one governorate, or a place in it.
    SAME_GOVERNORATE: f64 = 0.4;
    /// Places: one region.
    SAME_REGION: f64 = 0.3;
    /// Places: one country.
    SAME_COUNTRY: f64 = 0.2;
    /// Places: one unknown name.
    SAME_UNKNOWN: f64 = 0.7;
    /// Places: a site in its neighbourhood.
    IN_NEIGHBOURHOOD: f64 = 0.9;
    /// Places: a neighbourhood in its settlement.
    IN_SETTLEMENT: f64 = 0.65;
    /// Places: a settlement in its district.
    IN_DISTRICT: f64 = 0.5;
    /// Places: a place in its region.
    IN_REGION: f64 = 0.35;
    /// Places: a place in its country.
    IN_COUNTRY: f64 = 0.2;
    /// Places: neighbours of no distance; falls to 0 at the coarser one's reach.
    NEAR: f64 = 0.5;
    /// Days: intervals that touch; rises to 1 with the share of days that both hold.
    DAYS_TOUCH: f64 = 0.6;
    /// Days: one day between.
    DAYS_NEXT: f64 = 0.5;
    /// Days: more days between, up to the gap.
    DAYS_APART: f64 = 0.25;
    /// Targets: named differently with a word in common.
    TARGET_WORD: f64 = 0.8;
    /// Figures: the smaller is so much of the larger: close.
    FIGURES_CLOSE: f64 = 0.8;
    /// Figures: what close ones are worth.
    FIGURES_CLOSE_WORTH: f64 = 0.7;
    /// Figures: the smaller is so much of the larger: of one order.
    FIGURES_NEAR: f64 = 0.5;
    /// Figures: what those of one order are worth.
    FIGURES_NEAR_WORTH: f64 = 0.4;
    /// Guard: shorter evidence, in words, never links by itself.
    SHORT_EVIDENCE: usize = 8;
    /// Days between two tellings beyond which they are not compared.
    DAY_GAP: i32 = 2;
    /// Guard: a telling that may have been on any of more days than this never links by itself.
    CERTAIN_DAYS: i32 = 7;
    /// Equal figures support a link from this many people on.
    TELLING_FIGURE: u32 = 3;
    /// Suggested links shown with an incident, the best ones.
    SUGGESTIONS_SHOWN: usize = 10;
    /// A toll belongs to the act told within so many characters in the same report.
    SENTENCE_REACH: usize = 80;
    /// The same, when both name the same place.
    PLACE_REACH: usize = 300;
    /// Reach of a site in km, for places that do not lie one within the other.
    REACH_SITE: f64 = 1.0;
    /// Reach of a neighbourhood in km.
    REACH_NEIGHBOURHOOD: f64 = 2.0;
    /// Reach of a settlement or a line in km.
    REACH_SETTLEMENT: f64 = 5.0;
    /// Reach in km of a region inside a governorate: what lies so near its point may well lie in it,
    /// what lies further away less and less, to nothing at twice as far.
    REACH_COUNTRYSIDE: f64 = 60.0;
    /// The same of a region of a country.
    REACH_REGION: f64 = 250.0;
    /// A telling that begins within so many characters is headline or lead.
    LEAD_REACH: usize = 300;
    /// What the lead tells roughly may be told exactly within so many characters after it.
    DETAIL_REACH: usize = 1000;
    /// Evidence of so many words or more, word for word in two copies, is one telling.
    SAME_WORDS: usize = 4;
    /// Pairs of tellings at this score or above are kept; below, a pair counts as nothing.
    KEPT: f64 = 0.50;
    /// Components of at most so many tellings are grouped by the scores of all pairs.
    SMALL_COMPONENT: usize = 24;
    /// Hours: two times of the clock that are told at most so many minutes apart are one.
    SAME_TIME_MINUTES: i64 = 30;
    /// Days that stand in one block of candidates.
    BLOCK_DAYS: i32 = 4;
    /// Tellings that may have been on any day of more blocks than this have none.
    BLOCKS_AT_MOST: i32 = 16;
    /// Tellings of days more than this before the newest are packed; it changes no result.
    OPEN_DAYS: i32 = 10;
    /// Degrees of the squares in which near places are looked up; no reach may be wider.
    BLOCK_DEGREES: f64 = 0.06;

    /// Independent origins that corroborate.
    CORROBORATING_ORIGINS: usize = 2;
    /// Seconds of a day that may lie outside a window when the hour is not told.
    WINDOW_EDGE_SECONDS: i64 = 7200;
    /// Distances: how far the point of a site may be off, in km.
    POINT_SITE: f64 = 0.5;
    /// Distances: the same of a neighbourhood.
    POINT_NEIGHBOURHOOD: f64 = 1.0;
    /// Distances: the same of a settlement.
    POINT_SETTLEMENT: f64 = 3.0;

    /// Area state: the last so many days.
    STATE_DAYS: i32 = 7;
    /// Area state: so many days before the truce are its baseline.
    BASELINE_DAYS: i32 = 42;
    /// Area state: collapsed from this ratio on.
    COLLAPSED_RATIO: f64 = 0.8;
    /// Area state: strained from this ratio on.
    STRAINED_RATIO: f64 = 0.5;
    /// Area state: fewer events in the baseline than this are too few to tell.
    BASELINE_EVENTS: f64 = 10.0;
    /// Area state: with so thin a baseline, a ratio needs incidents of ours and so many events.
    THIN_BASELINE_EVENTS: f64 = 3.0;
    /// Area state: other events in the baseline that show an excluded actor's war.
    OTHER_WAR_EVENTS: f64 = 10.0;
    /// Area state: fewer counted days than this in the last seven are a silent feed.
    COUNTED_DAYS: u32 = 4;
    /// Area state: counts that end more days than this before the day of asking are a silent feed.
    STALE_DAYS: i32 = 3;
    /// Area state: deaths in one incident that are mass casualties.
    MASS_CASUALTIES: u32 = 10;
    /// Area state: parts of a breakdown that are named; the rest is told as one.
    DRIVERS_TOLD: usize = 4;
    /// Area state: days of the daily series.
    SERIES_DAYS: i32 = 28;

    /// Promises: share of the shorter clause's words that two tellings of one promise share.
    PROMISE_WORDS: f64 = 0.3;
    /// Promises: the same where the task is none of the list or only one telling has a date.
    PROMISE_WORDS_STRICT: f64 = 0.5;
    /// Promises: words that a later telling with a later date shares when the date has slipped.
    PROMISE_WORDS_SLIPPED: f64 = 0.5;
    /// Promises: words of the promise that a later claim by who promised shares when it touches it.
    PROGRESS_WORDS: f64 = 0.34;
    /// Promises: so many days without a sign of life are told.
    SILENT_DAYS: i32 = 14;

    /// Patrols: on so many of the last seven days one must have seen nothing to call an area quiet.
    QUIET_DAYS: usize = 1;
    /// Patrols: so many places are named.
    PATROLLED_PLACES_TOLD: usize = 3;
    /// Patrols: so many that were refused are told one by one, the latest ones.
    REFUSALS_TOLD: usize = 5;

    /// Cases: hours to reply where the agreement's procedure sets none.
    CASE_REPLY_HOURS: u32 = 72;
    /// Cases: hours to report from the field where the procedure sets none.
    CASE_REPORT_HOURS: u32 = 168;
    /// Cases: hours to answer a finding where the procedure sets none.
    CASE_ANSWER_HOURS: u32 = 336;
}

/// Digest of all thresholds and of the rules' own source and sentences: 64 hex digits. Derived rows that carry another one are to be rebuilt.
pub fn digest() -> String {
    let lines: Vec<String> =
        RULES.iter().map(|(name, value, _)| format!("{name}={value}")).collect();
    let source = env!("HUDNA_RULES_SOURCE");
    hex_digest(lines.iter().map(String::as_bytes).chain([source.as_bytes()]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_weights_of_a_pair_make_a_whole() {
        let sum =
            WEIGHT_ACT + WEIGHT_PLACE + WEIGHT_DAYS + WEIGHT_ACTOR + WEIGHT_TARGET + WEIGHT_NUMBER;
        assert!((sum - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_digest_covers_every_named_threshold() {
        assert_eq!(digest().len(), 64);
        assert!(RULES.iter().any(|(name, value, _)| *name == "CONFIRMED" && *value == CONFIRMED));
        let names: std::collections::BTreeSet<_> = RULES.iter().map(|(name, ..)| name).collect();
        assert_eq!(names.len(), RULES.len());
    }
}
