//! `hudna eval areas|alarms|outlook|silence`: measured on public records, or told for counts of
//! one's own.

use hudna::Result;
use hudna::eval::series::{alarms_table, areas_table, evaluate_alarms, evaluate_areas};
use serde::Serialize;

use crate::args::{Common, Format, SeriesArgs};

pub fn areas(common: &Common, args: &SeriesArgs) -> Result<u8> {
    let found = evaluate_areas(&args.conflict)?;
    print(common, &found, areas_table)
}

pub fn alarms(common: &Common, args: &SeriesArgs) -> Result<u8> {
    let found = evaluate_alarms(&args.conflict)?;
    print(common, &found, alarms_table)
}

fn print<T: Serialize>(common: &Common, found: &T, table: fn(&T) -> String) -> Result<u8> {
    if common.format == Some(Format::Json) {
        let json = serde_json::to_string_pretty(found);
        crate::out::put_line(json.map_err(crate::commands::json_error)?);
    } else {
        crate::out::put(table(found));
    }
    Ok(0)
}
