//! `hudna places`, `hudna parties`: find, add, give another name; and the reports that waited for it.

use hudna::decide::Entered;
use hudna::model::{Bilingual, Party, Place};
use hudna::names::{form, waiting};
use hudna::record::NameForm;
use hudna::reread::{Wanted, reread};
use hudna::{Error, Result};
use serde_json::json;

use crate::args::{Alias, Common, Format, PartyCommand, PlaceCommand};
use crate::commands::desk::{Workplace, entered};
use crate::commands::{Open, data_to_read, with_names};
use crate::table::Cell;
use crate::ui::Ui;

/// How many finds are listed.
const SHOWN: usize = 50;

/// `hudna places`.
pub fn places(common: &Common, ui: &Ui, what: &PlaceCommand) -> Result<u8> {
    match what {
        PlaceCommand::Find { name } => find_places(&Open::new(common)?, ui, name),
        PlaceCommand::Add { id, ar, en, parent, level, lat, lon, alias, acting } => {
            if !(-90.0..=90.0).contains(lat) || !(-180.0..=180.0).contains(lon) {
                return Err(Error::Usage("--lat is from -90 to 90, --lon from -180 to 180".into()));
            }
            let name = Bilingual::new(ar.clone(), en.clone());
            let place = Place {
                id: id.clone(),
                parent: Some(parent.clone()),
                level: *level,
                lat: *lat,
                lon: *lon,
                pcode: None,
                name,
            };
            let at = Workplace::open(common)?;
            let forms = forms(alias);
            let names = names(&forms, &[ar, en]);
            let done = at.desk(acting)?.add_place(place, forms)?;
            offer(common, ui, &at, &done, &names)
        }
        PlaceCommand::Alias(Alias { id, names: given, acting }) => {
            let at = Workplace::open(common)?;
            let done = at.desk(acting)?.alias_place(id, forms(given))?;
            offer(common, ui, &at, &done, given)
        }
    }
}

/// `hudna parties`.
pub fn parties(common: &Common, ui: &Ui, what: &PartyCommand) -> Result<u8> {
    match what {
        PartyCommand::Find { name } => find_parties(&Open::new(common)?, ui, name),
        PartyCommand::Add { id, ar, en, kind, parent, country, alias, acting } => {
            let (name, parent) = (Bilingual::new(ar.clone(), en.clone()), parent.clone());
            let party = Party { id: id.clone(), kind: *kind, name, parent };
            let at = Workplace::open(common)?;
            let forms = forms(alias);
            let names = names(&forms, &[ar, en]);
            let done = at.desk(acting)?.add_party(party, country.clone(), forms)?;
            offer(common, ui, &at, &done, &names)
        }
        PartyCommand::Alias(Alias { id, names: given, acting }) => {
            let at = Workplace::open(common)?;
            let done = at.desk(acting)?.alias_party(id, forms(given))?;
            offer(common, ui, &at, &done, given)
        }
    }
}

fn forms(names: &[String]) -> Vec<NameForm> {
    names.iter().map(|n| form(n)).collect()
}

fn names(forms: &[NameForm], usual: &[&String]) -> Vec<String> {
    let other = forms.iter().map(|f| f.form.clone());
    usual.iter().map(|n| (*n).clone()).chain(other).collect()
}

/// Reads the reports again in which the name stands; they are few, and each takes milliseconds.
pub fn offer(
    common: &Common,
    ui: &Ui,
    at: &Workplace,
    done: &Entered,
    names: &[String],
) -> Result<u8> {
    entered(ui, done)?;
    let data = with_names(data_to_read(common)?, common, at.store())?;
    let facts = hudna::facts::Facts::load(at.store(), None)?;
    let only = waiting(&facts, names, &data.heads);
    let wanted = Wanted { only: Some(only), ..Wanted::default() };
    let again = reread(at.store(), &data, at.env(), wanted, &mut |_, _| {})?;
    if matches!(ui.format(), Format::Json | Format::Jsonl) {
        crate::out::put_line(json!({ "reread": again }));
    } else {
        crate::commands::reread::people(ui, &again);
    }
    Ok(0)
}

fn find_places(open: &Open, ui: &Ui, name: &str) -> Result<u8> {
    let all = open.situation.places.values();
    let found: Vec<&Place> = all.filter(|p| fits(name, &p.id, &p.name)).collect();
    let items: Vec<_> = found.iter().map(|p| json!(p)).collect();
    if ui.machine(&open.situation, "places", &items, items.len()) {
        return Ok(0);
    }
    let row = |p: &&Place| {
        let parent = p.parent.as_ref().and_then(|id| open.situation.places.get(id));
        vec![
            Cell::new(ui.pick(&p.name)),
            Cell::new(ui.label(p.level)),
            Cell::new(parent.map_or("–".to_owned(), |p| ui.pick(&p.name))),
            Cell::new(p.id.clone()),
        ]
    };
    let rows: Vec<Vec<Cell>> = found.iter().take(SHOWN).map(row).collect();
    ui.table(&["name", "kind", "names-within", "id"].map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

fn find_parties(open: &Open, ui: &Ui, name: &str) -> Result<u8> {
    let all = open.situation.parties.values();
    let found: Vec<&Party> = all.filter(|p| fits(name, &p.id, &p.name)).collect();
    let items: Vec<_> = found.iter().map(|p| json!(p)).collect();
    if ui.machine(&open.situation, "parties", &items, items.len()) {
        return Ok(0);
    }
    let row = |p: &&Party| {
        let parent = p.parent.as_ref().and_then(|id| open.situation.parties.get(id));
        vec![
            Cell::new(ui.pick(&p.name)),
            Cell::new(ui.label(p.kind)),
            Cell::new(parent.map_or("–".to_owned(), |p| ui.pick(&p.name))),
            Cell::new(p.id.clone()),
        ]
    };
    let rows: Vec<Vec<Cell>> = found.iter().take(SHOWN).map(row).collect();
    ui.table(&["name", "kind", "names-within", "id"].map(|h| ui.text(h, &[])), &rows);
    Ok(0)
}

fn fits(part: &str, id: &str, name: &Bilingual) -> bool {
    let part = hudna::model::text::fold(part);
    let in_name = |text: &str| hudna::model::text::fold(text).contains(&part);
    id == part || in_name(&name.ar) || in_name(&name.en)
}
