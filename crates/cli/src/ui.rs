//! What people see: language, colour, progress, and how much of a machine form is wanted.

use std::io::IsTerminal;

use console::Style;
use hudna::model::{AreaStatus, Bilingual, Lang, Situation};
use hudna_brief::{Label, Messages, Value, bidi};
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use serde_json::json;
use unicode_width::UnicodeWidthStr;

use crate::args::{Bidi, Common, Format};
use crate::table::{self, Cell};

/// Width of tables when the terminal does not tell its own.
const USUAL_WIDTH: usize = 100;

/// How this run speaks to people.
pub struct Ui {
    /// Language.
    pub lang: Lang,
    messages: Messages,
    format: Format,
    reorder: bool,
    width: usize,
    quiet: bool,
}

impl Ui {
    /// From the options, the locale and the terminal.
    pub fn new(common: &Common) -> Ui {
        let terminal = std::io::stdout().is_terminal();
        let usual = if terminal { Format::Table } else { Format::Json };
        let reorder = match common.bidi {
            Bidi::Terminal => false,
            Bidi::Hudna => true,
            Bidi::Auto => terminal && !terminal_reorders(),
        };
        let width =
            console::Term::stdout().size_checked().map_or(USUAL_WIDTH, |s| usize::from(s.1));
        Ui {
            lang: common.lang.unwrap_or_else(locale),
            messages: Messages::new(),
            format: common.format.unwrap_or(usual),
            reorder,
            width: width.clamp(60, 160),
            quiet: common.quiet,
        }
    }

    /// The form that lists are printed in.
    pub fn format(&self) -> Format {
        self.format
    }

    /// A message in the reader's language.
    pub fn text(&self, id: &str, args: &[(&str, Value)]) -> String {
        bidi::plain(&self.messages.text(self.lang, id, args))
    }

    /// A message in both languages, for the record.
    pub fn both(&self, id: &str, args: &[(&str, Value)]) -> Bilingual {
        let of = |lang| bidi::plain(&self.messages.text(lang, id, args));
        Bilingual::new(of(Lang::Ar), of(Lang::En))
    }

    /// What went wrong, in one line.
    pub fn error(&self, error: &hudna::Error) -> String {
        if let hudna::Error::Unknown { id, remedy } = error {
            let next = self.text(remedy, &[]);
            return self.text("unknown-id", &[("id", id.clone().into()), ("next", next.into())]);
        }
        let hudna::Error::Told(told) = error else { return error.to_string() };
        let args: Vec<(&str, Value)> =
            told.args.iter().map(|(name, text)| (*name, text.clone().into())).collect();
        self.text(told.id, &args)
    }

    /// The label of a closed value.
    pub fn label(&self, value: impl Label) -> String {
        self.messages.label(self.lang, value)
    }

    /// A text of both languages in the reader's.
    pub fn pick(&self, text: &Bilingual) -> String {
        bidi::plain(text.get(self.lang))
    }

    /// A quotation in the marks of the reader's language.
    pub fn quote(&self, text: &str) -> String {
        self.text("quoted", &[("a", text.into())])
    }

    /// Parts joined by the comma of the reader's language.
    pub fn list(&self, parts: &[String]) -> String {
        parts.join(if self.lang == Lang::Ar { "، " } else { ", " })
    }

    /// Parts joined by the semicolon of the reader's language.
    pub fn clauses(&self, parts: &[String]) -> String {
        parts.join(if self.lang == Lang::Ar { "؛ " } else { "; " })
    }

    /// A day as people write it.
    pub fn day(&self, iso: &str) -> String {
        bidi::plain(&self.messages.day(self.lang, iso))
    }

    /// Days of which one is meant.
    pub fn days(&self, first: &str, last: &str) -> String {
        bidi::plain(&self.messages.days_uncertain(self.lang, first, last))
    }

    /// A moment as people write it.
    pub fn moment(&self, moment: hudna::model::Moment) -> String {
        bidi::plain(&self.messages.moment(self.lang, moment))
    }

    /// Whether lines are put into visual order here, and how many columns they have.
    pub fn layout(&self) -> (bool, usize) {
        (self.reorder, self.width)
    }

    /// The same for a terminal of so many columns.
    #[cfg(test)]
    pub fn wide(self, width: usize) -> Ui {
        Ui { width, ..self }
    }

    /// A line as it goes to the terminal; Arabic that is laid out here ends at the right edge.
    pub fn laid(&self, text: &str) -> String {
        let line = table::line(text, self.lang, self.reorder);
        let flush = self.reorder && self.lang == Lang::Ar;
        let blank = if flush { self.width.saturating_sub(line.width()) } else { 0 };
        format!("{}{line}", " ".repeat(blank))
    }

    /// A line for people on standard output.
    pub fn line(&self, text: &str) {
        crate::out::put_line(table::line(text, self.lang, self.reorder));
    }

    /// A line for people on standard error, unless quiet.
    pub fn aside(&self, text: &str) {
        if !self.quiet {
            crate::out::note(table::line(text, self.lang, self.reorder));
        }
    }

    /// A heading.
    pub fn heading(&self, text: &str) {
        let text = table::line(text, self.lang, self.reorder);
        crate::out::put_line(format_args!("\n{}", Style::new().bold().apply_to(text)));
    }

    /// A table for people.
    pub fn table(&self, heads: &[String], rows: &[Vec<Cell>]) {
        crate::out::put(table::render(heads, rows, self.lang, self.reorder, self.width));
    }

    /// What a picture's outputs begin with: the time, and the notice of an example.
    pub fn preamble(&self, situation: &Situation) {
        self.line(&self.text("as-of", &[("moment", self.moment(situation.as_of).into())]));
        if let Some(notice) = situation.story.as_ref().and_then(|s| s.notice.as_ref()) {
            for line in table::wrap(&self.pick(notice), self.width.min(USUAL_WIDTH)) {
                self.line(&line);
            }
        }
    }

    /// A list in a machine form; false when a table is wanted instead.
    pub fn machine(
        &self,
        situation: &Situation,
        name: &str,
        items: &[serde_json::Value],
        total: usize,
    ) -> bool {
        match self.format {
            Format::Table | Format::Text | Format::Html | Format::Ics => return false,
            // Rows have no place for it: the time and the notice go beside them.
            Format::Jsonl => {
                self.beside(situation);
                items.iter().for_each(crate::out::put_line);
            }
            Format::Csv => {
                self.beside(situation);
                crate::out::put(table::csv(items));
            }
            Format::Json => {
                let story = situation.story.as_ref();
                let whole = json!({
                    "as_of": situation.as_of,
                    "story": story.map(|s| &s.id),
                    "notice": story.and_then(|s| s.notice.as_ref()),
                    "total": total, "shown": items.len(), name: items,
                });
                crate::out::put_line(
                    serde_json::to_string_pretty(&whole).expect("values are JSON"),
                );
            }
        }
        true
    }

    /// The time and the notice of an example on standard error, also when quiet: whoever takes
    /// rows must know of it.
    fn beside(&self, situation: &Situation) {
        eprintln!("{}", self.text("as-of", &[("moment", self.moment(situation.as_of).into())]));
        if let Some(notice) = situation.story.as_ref().and_then(|s| s.notice.as_ref()) {
            eprintln!("{}", self.pick(notice));
        }
    }

    /// A progress bar on standard error, only on a terminal.
    pub fn progress(&self, total: u64, text: &str) -> ProgressBar {
        let bar = ProgressBar::new(total);
        if self.quiet || !std::io::stderr().is_terminal() {
            bar.set_draw_target(ProgressDrawTarget::hidden());
        }
        let style = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len}");
        bar.set_style(style.expect("the template is fixed"));
        bar.set_message(text.to_owned());
        bar
    }
}

/// Colour of a state; the word beside it says the same.
pub fn state_style(status: AreaStatus) -> Style {
    match status {
        AreaStatus::Collapsed => Style::new().red().bold(),
        AreaStatus::Strained => Style::new().yellow(),
        AreaStatus::Holding => Style::new().green(),
        AreaStatus::NoData => Style::new().magenta(),
        AreaStatus::NotCovered => Style::new().dim(),
    }
}

fn locale() -> Lang {
    let first = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
    if first.is_some_and(|l| l.starts_with("ar")) { Lang::Ar } else { Lang::En }
}

/// Terminals that lay right-to-left text out by themselves.
fn terminal_reorders() -> bool {
    let set = |name: &str| std::env::var_os(name).is_some();
    let program = std::env::var("TERM_PROGRAM").unwrap_or_default();
    set("VTE_VERSION")
        || set("KONSOLE_VERSION")
        || set("MLTERM")
        || ["Apple_Terminal", "mintty", "iTerm.app"].contains(&program.as_str())
}
