//! `hudna eval`: accuracy, measured on annotated reports.

use hudna::eval::{Lines, evaluate, table};
use hudna::{Error, Result};

use crate::args::{Common, EvalCommand, Format};
use crate::commands::data;

pub fn run(common: &Common, what: &EvalCommand) -> Result<u8> {
    let EvalCommand::Read { gold, lines, errors, .. } = what;
    let lines = Lines::parse(lines)
        .ok_or_else(|| Error::Usage(format!("--lines is all, odd or even, not \"{lines}\"")))?;
    let data = data(common)?;
    let read = |report: &hudna::model::Report| Some(hudna::read::read(report, &data.pack).0);
    let evaluation = evaluate(gold, lines, read).map_err(|e| Error::Usage(e.to_string()))?;
    if common.format == Some(Format::Json) {
        let json = serde_json::to_string_pretty(&evaluation);
        crate::out::put_line(json.map_err(|e| Error::Usage(e.to_string()))?);
    } else {
        crate::out::put(table(&evaluation));
        for line in evaluation.all.errors(*errors) {
            crate::out::put_line(line);
        }
    }
    Ok(u8::from(!evaluation.bad_rows.is_empty()))
}
