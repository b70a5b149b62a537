//! `hudna questions`: what would settle what is open.

use hudna::Result;
use hudna::model::{Question, Situation};
use hudna::questions::Ask;
use serde_json::json;

use crate::args::{Common, QuestionCommand};
use crate::commands::desk::{Workplace, entered};
use crate::commands::{Open, lists};
use crate::table::Cell;
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, what: &QuestionCommand) -> Result<u8> {
    let place = Workplace::open(common)?;
    let done = match what {
        QuestionCommand::Ask { about, to, channel, owner, due, acting } => {
            let ask = Ask {
                to: to.clone(),
                channel: channel.clone(),
                owner: owner.clone(),
                due: due.clone(),
            };
            place.desk(acting)?.ask(about, ask)?
        }
        QuestionCommand::Answer(one) => place.desk(&one.acting)?.answer(&one.id)?,
    };
    entered(ui, &done)
}

/// All questions, open ones first.
pub fn list(open: &Open, ui: &Ui, only_open: bool) -> Result<u8> {
    let s = &open.situation;
    let list: Vec<&Question> =
        s.questions.iter().filter(|q| !only_open || q.answer.is_none()).collect();
    let items: Vec<_> = list.iter().map(|q| json!(q)).collect();
    if ui.machine(s, "questions", &items, s.questions.len()) {
        return Ok(0);
    }
    ui.preamble(s);
    let heads = ["question", "question-about", "question-to", "due", "status", "id"];
    let rows: Vec<Vec<Cell>> = list.iter().map(|q| row(ui, s, q)).collect();
    ui.table(&heads.map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

fn row(ui: &Ui, s: &Situation, q: &Question) -> Vec<Cell> {
    let to: Vec<String> = [&q.addressee, &q.channel].into_iter().flatten().cloned().collect();
    let status = match (&q.answer, q.raised) {
        (Some(answer), _) => ui.text("question-answered", &[("text", answer.text.clone().into())]),
        (None, true) => ui.text("question-raised", &[]),
        (None, false) => ui.text("question-asked", &[]),
    };
    vec![
        Cell::new(ui.pick(&q.text)),
        Cell::new(about(ui, s, &q.about)),
        Cell::new(if to.is_empty() { "–".to_owned() } else { ui.list(&to) }),
        Cell::new(q.due.as_ref().map_or("–".to_owned(), |d| ui.day(d))),
        Cell::new(status),
        Cell::new(q.id.clone()),
    ]
}

/// What a question is about; of an incident its day and place, too.
fn about(ui: &Ui, s: &Situation, id: &str) -> String {
    let Some(incident) = hudna::decide::incident(s, id) else { return id.to_owned() };
    let at = lists::place(ui, s, incident.place.as_deref(), incident.place_text.as_deref());
    ui.list(&[id.to_owned(), lists::days(ui, incident), at])
}
