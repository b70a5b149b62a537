//! `hudna replay`: area states and alarms day by day, as they would have been told then.

use hudna::model::AreaStatus;
use hudna::replay::{AreaThen, DayThen, Days, Replay};
use hudna::{Result, Store};
use hudna_brief::Value;

use crate::args::{Common, Format};
use crate::commands::{data, json_error};
use crate::table::Cell;
use crate::ui::{Ui, state_style};

/// Days that stand in one block of the matrix.
const BLOCK: usize = 14;

pub fn run(common: &Common, ui: &Ui, days: Days, area: Option<&str>) -> Result<u8> {
    let data = data(common)?;
    let store = Store::open_reading(&common.store)?;
    let replay = Replay::open(&store, &data)?;
    let moments = replay.moments(days, area)?;
    let bar = ui.progress(moments.len() as u64, &ui.text("replay-progress", &[]));
    let table = matches!(ui.format(), Format::Table | Format::Text);
    let mut told = Vec::new();
    for moment in moments {
        let day = replay.at(moment, area)?;
        bar.inc(1);
        match table {
            true => told.push(day),
            false => crate::out::put_line(serde_json::to_string(&day).map_err(json_error)?),
        }
    }
    bar.finish_and_clear();
    let notice = replay.usual.story.as_ref().and_then(|s| s.notice.as_ref());
    // Rows have no place for it: an example's notice goes beside them.
    match notice.map(|notice| ui.pick(notice)) {
        Some(notice) if table => ui.line(&notice),
        Some(notice) => eprintln!("{notice}"),
        None => {}
    }
    if table {
        let name =
            |id: &str| data.places.get(id).map_or_else(|| id.to_owned(), |p| ui.pick(&p.name));
        told.chunks(BLOCK).for_each(|block| matrix(ui, block, &name));
        ui.line(&legend(ui));
    }
    Ok(0)
}

/// Areas down, days across: a letter for each state, a mark for an alarm that is up.
fn matrix(ui: &Ui, block: &[DayThen], name: &dyn Fn(&str) -> String) {
    let (Some(first), Some(last)) = (block.first(), block.last()) else { return };
    ui.heading(&format!("{} – {}", ui.day(&first.date), ui.day(&last.date)));
    let day = |d: &DayThen| d.date[8..].trim_start_matches('0').to_owned();
    let heads: Vec<String> =
        std::iter::once(ui.text("area", &[])).chain(block.iter().map(day)).collect();
    let row = |at: usize| -> Vec<Cell> {
        let cells = block.iter().map(|d| cell(ui, &d.areas[at]));
        std::iter::once(Cell::new(name(&first.areas[at].area))).chain(cells).collect()
    };
    let rows: Vec<Vec<Cell>> = (0..first.areas.len()).map(row).collect();
    ui.table(&heads, &rows);
}

fn cell(ui: &Ui, area: &AreaThen) -> Cell {
    let up = area.alarm.as_ref().is_some_and(|a| a.up);
    let mark = if up { "!" } else { "" };
    Cell::styled(format!("{}{mark}", letter(ui, area.status)), state_style(area.status))
}

fn letter(ui: &Ui, status: AreaStatus) -> String {
    ui.text(&format!("area-letter-{}", status.as_str().replace('_', "-")), &[])
}

fn legend(ui: &Ui) -> String {
    use AreaStatus::{Collapsed, Holding, NoData, NotCovered, Strained};
    let all = [Holding, Strained, Collapsed, NoData, NotCovered];
    let mut parts: Vec<String> =
        all.iter().map(|s| format!("{} {}", letter(ui, *s), ui.label(*s))).collect();
    parts.push(ui.text("replay-alarm", &[("mark", Value::from("!"))]));
    ui.list(&parts)
}
