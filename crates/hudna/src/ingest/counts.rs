//! Counts per area and day.

use hudna_model::CountDay;

/// First line of a counts file.
pub const HEADER: &str = "area,date,events_between_parties,events_other,deaths_best";

/// Rows with their one-based line, and faults that each name a line.
pub fn parse(text: &str) -> (Vec<(CountDay, usize)>, Vec<String>) {
    let (mut rows, mut faults) = (Vec::new(), Vec::new());
    let mut lines =
        text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty() && !l.starts_with('#'));
    match lines.next() {
        Some((_, header)) if header.trim() == HEADER => {}
        Some((at, _)) => {
            faults.push(format!("line {}: the first line must be \"{HEADER}\"", at + 1))
        }
        None => faults.push("the file is empty".to_owned()),
    }
    for (at, line) in lines {
        match row(line) {
            Ok(day) => rows.push((day, at + 1)),
            Err(why) => faults.push(format!("line {}: {why}", at + 1)),
        }
    }
    (rows, faults)
}

fn row(line: &str) -> Result<CountDay, String> {
    let cells: Vec<&str> = line.split(',').map(str::trim).collect();
    let [area, date, between, other, deaths] = cells[..] else {
        return Err(format!("{} columns where 5 are expected", cells.len()));
    };
    date.parse::<jiff::civil::Date>().map_err(|_| format!("\"{date}\" is no day"))?;
    let number = |text: &str| match text.parse::<f64>() {
        Ok(n) if n.is_finite() && n >= 0.0 => Ok(n),
        _ => Err(format!("\"{text}\" is no count")),
    };
    Ok(CountDay {
        area: area.to_owned(),
        date: date.to_owned(),
        events_between_parties: number(between)?,
        events_other: number(other)?,
        deaths_best: number(deaths)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_row_names_its_line_and_the_rest_goes_on() {
        let text = format!(
            "{HEADER}\nsy-aleppo,2016-05-01,1.5,0,3\nsy-aleppo,soon,1,0,0\nsy-idlib,2016-05-01,-1,0,0\n"
        );
        let (rows, faults) = parse(&text);
        assert_eq!(rows.len(), 1);
        assert_eq!(rows[0].1, 2);
        assert_eq!(faults, ["line 3: \"soon\" is no day", "line 4: \"-1\" is no count"]);
    }
}
