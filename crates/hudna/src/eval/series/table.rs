//! Figures as plain text for people.

use std::fmt::Write as _;

use super::alarms::{AlarmWay, AlarmsEvaluation};
use super::areas::{AreasEvaluation, SeriesFigures};
use super::outlook::{OutlookEvaluation, OutlookFigures};
use super::reliability::Tenth;
use super::severity::SeverityFigures;
use super::silence::SilenceEvaluation;
use super::story::{StoryAlarm, StoryFused};

/// A number below 1 without its nought, by three decimals.
fn share(of: f64) -> String {
    let text = format!("{of:.3}");
    text.strip_prefix('0').map_or(text.clone(), str::to_owned)
}

fn or_dash(of: Option<f64>, decimals: usize) -> String {
    of.map_or_else(|| "–".to_owned(), |f| format!("{f:.decimals$}"))
}

/// A line a series: every way to tell the class beside the figure that is asked.
pub fn areas_table(evaluation: &AreasEvaluation) -> String {
    let heads = ["7-day mean", "14-day mean", "Gamma–Poisson", "hudna"];
    let heads: Vec<String> = heads.iter().map(|h| format!("{h:>16}")).collect();
    let mut text = format!(
        "state of each area and day: macro-F1 (flips per 100 days)\n{:<17}{:>7}{:>7}{}{:>9}\n",
        "",
        "truces",
        "days",
        heads.join(""),
        "asked"
    );
    for series in &evaluation.series {
        let way = |w: &super::areas::WayFigures| {
            format!("{:>16}", format!("{} ({:.1})", share(w.macro_f1), w.flips_per_100_days))
        };
        let ways: Vec<String> = series.ways.iter().map(way).collect();
        let _ = writeln!(
            text,
            "{:<17}{:>7}{:>7}{}{:>9}",
            series.name,
            series.truces,
            series.area_days,
            ways.join(""),
            share(series.asked)
        );
    }
    text += "asked: at most 10 flips per 100 days as well; true classes come from segments found with \
             hindsight\n";
    evaluation.series.iter().for_each(|series| text += &reliability_rows(series));
    text
}

/// Whether what is told with a chance comes true, a line a tenth.
fn reliability_rows(series: &SeriesFigures) -> String {
    let (class, all) = (&series.class_told, &series.all_classes);
    let mut text = format!(
        "\n{}: chance of the class told, by tenths; calibration error {}, of all three classes {}; \
         the 90 % interval held the ratio of hindsight on {} of the days\n{:>6}{:>8}{:>8}{:>8}\n",
        series.name,
        share(class.error),
        share(all.error),
        share(series.interval_held),
        "from",
        "days",
        "told",
        "came"
    );
    for tenth in &class.tenths {
        let Tenth { from, days, told, came } = tenth;
        let _ = writeln!(text, "{from:>6.1}{days:>8}{:>8}{:>8}", share(*told), share(*came));
    }
    text
}

/// A line a way to raise alarms, and the reference story.
pub fn alarms_table(evaluation: &AlarmsEvaluation) -> String {
    let breaks = evaluation.ways.first().map_or(0, |w| w.figures.breaks);
    let mut text = format!(
        "alarms: {breaks} breaks, {} calm segments, {} area-days\n{:<29}{:>10}{:>14}{:>9}{:>10}\
         {:>13}{:>8}{:>8}\n",
        evaluation.segments,
        evaluation.ways.first().map_or(0, |w| w.figures.area_days),
        "",
        "promised",
        "false (apart)",
        "per 180",
        "days each",
        "lag med/p90",
        "≤ 14 d",
        "missed"
    );
    evaluation.ways.iter().for_each(|way| text += &alarm_row(way));
    let _ = writeln!(
        text,
        "{:<29}{:>10}{:>14}{:>9}{:>10}{:>13}{:>8}{:>8}",
        "asked", "", "", "0.90", "promised", "2 / 10", "28", "0"
    );
    text += "apart: without those that renew an alarm that is up; *: is told the mean of the calm days, \
             which nobody knows on the day\n";
    text + &story_lines(&evaluation.story)
}

/// First alarms of the reference story: from each source, and from two of them.
fn story_lines(story: &StoryAlarm) -> String {
    let mut text = String::new();
    let day = |first: &Option<String>| first.clone().unwrap_or_else(|| "none".to_owned());
    for one in &story.each {
        let (source, first) = (&one.source, day(&one.first));
        let line = format!("first alarm from one source ({source}): {first}");
        let _ = writeln!(text, "Aleppo 2016, {line} (asked: by {})", one.asked);
    }
    let StoryFused { first, asked, statistic, threshold, correlation, if_independent } =
        &story.fused;
    let (first, if_independent) = (day(first), day(if_independent));
    let _ = writeln!(
        text,
        "Aleppo 2016, first alarm from two fused sources: {first} (asked: by {asked}, when the \
         statistic was {} of {threshold:.0}; correlation before the truce {correlation:.2}, taken \
         for independent: {if_independent})",
        or_dash(*statistic, 1)
    );
    text
}

fn alarm_row(way: &AlarmWay) -> String {
    let name = match way.name {
        "mean_7" => "7-day mean",
        "poisson_cusum" => "Poisson CUSUM",
        "hudna_from_truce" => "hudna, from the truce's start",
        "hudna_level_given" => "hudna, level given",
        name => name,
    };
    let f = &way.figures;
    format!(
        "{:<29}{:>10}{:>14}{:>9.2}{:>10}{:>13}{:>8}{:>8}\n",
        if way.hindsight { format!("{name} *") } else { name.to_owned() },
        way.promised.map_or_else(String::new, |days| format!("{days:.0}")),
        format!("{} ({})", f.false_alarms, f.renewals_apart),
        f.per_180_days,
        or_dash(f.days_per_alarm, 0),
        format!("{} / {}", or_dash(f.median_lag, 0), or_dash(f.p90_lag, 1)),
        f.soon,
        f.missed
    )
}

/// A line a series and horizon: the last twelve weeks as they were, and hudna.
pub fn outlook_table(evaluation: &OutlookEvaluation) -> String {
    let mut text = format!(
        "outlook, told each week for each area: CRPS (share within the 90 % interval)\n{:<17}{:>6}\
         {:>9}{:>5}{:>21}{:>18}{:>8}\n",
        "", "areas", "origins", "days", "12 weeks as were", "hudna", "asked"
    );
    let told = |f: &OutlookFigures| format!("{:.3} ({:.3})", f.crps, f.coverage);
    for series in &evaluation.series {
        for horizon in &series.horizons {
            let asked = match horizon.days {
                7 => format!("{:.2}", series.asked),
                _ => String::new(),
            };
            let _ = writeln!(
                text,
                "{:<17}{:>6}{:>9}{:>5}{:>21}{:>18}{asked:>8}",
                series.name,
                series.areas,
                series.origins,
                horizon.days,
                told(&horizon.empirical),
                told(&horizon.hudna),
            );
        }
    }
    text += "asked: coverage from 0.87 to 0.96 as well; origins are Tuesdays, and days from then on are \
             not known\n\nthe two newest days told in part (73 and 94 %):\n";
    let _ = writeln!(text, "{:<17}{:>5}{:>18}{:>18}", "", "days", "as they are", "nowcast");
    for series in &evaluation.series {
        for horizon in &series.horizons {
            let (raw, nowcast) = (told(&horizon.incomplete), told(&horizon.nowcast));
            let _ = writeln!(text, "{:<17}{:>5}{raw:>18}{nowcast:>18}", series.name, horizon.days);
        }
    }
    text + &severity_rows(&evaluation.severity)
}

/// Deaths told from events, a line a horizon.
fn severity_rows(severity: &SeverityFigures) -> String {
    let mut text = format!(
        "\nUCDP deaths, {} areas, {} origins:\n{:>5}{:>18}{:>18}{:>18}{:>18}\n",
        severity.areas,
        severity.origins,
        "days",
        "last days again",
        "12 weeks as were",
        "from events",
        "from deaths"
    );
    let told = |f: &OutlookFigures| format!("{:.3} ({:.3})", f.crps, f.coverage);
    for of in &severity.horizons {
        let all = [&of.last, &of.empirical, &of.compound, &of.direct].map(told);
        let row: Vec<String> = all.iter().map(|cell| format!("{cell:>18}")).collect();
        let _ = writeln!(text, "{:>5}{}", of.days, row.join(""));
    }
    text
}

/// The real stretch of silence, and a line a feed with blackouts made in it.
pub fn silence_table(evaluation: &SilenceEvaluation) -> String {
    let thin = &evaluation.thin;
    let mut text = format!(
        "silence: UCDP beside VDC, {} to {}: found on {}, {} days told as silent; on these, areas \
         told as holding: {}, by the counts as they are {}\n\n{:<18}{:>10}{:>9}{:>9}{:>9}{:>10}{:>14}\
         {:>7}{:>22}\n",
        thin.days[0],
        thin.days[1],
        thin.found.as_deref().unwrap_or("no day"),
        thin.silent,
        thin.holding,
        thin.holding_naive,
        "seven dark days",
        "blackouts",
        "1st day",
        "≤ 2 d",
        "≤ 3 d",
        "holding",
        "before found",
        "naive",
        "called silent, thin"
    );
    for feed in &evaluation.feeds {
        let [one, two, three] = feed.found;
        let _ = writeln!(
            text,
            "{:<18}{:>10}{one:>9}{two:>9}{three:>9}{:>10}{:>14}{:>7}{:>22}",
            feed.name,
            feed.blackouts,
            feed.holding,
            feed.holding_before_found,
            feed.holding_naive,
            format!("{}, {} of {}", feed.called_silent, feed.called_thin, feed.days)
        );
    }
    text + "asked: all within 3 days, no holding from then on; naive: the counts as they are; called \
            silent: days of the feed without a blackout, of which some were; thin: less came, and no \
            other record can tell why, so the counts stand\n"
}
