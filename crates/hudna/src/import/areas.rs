//! Areas of the agreement by what tables call them: id, P-code, or a name in any spelling that the
//! gazetteer knows.

use std::collections::BTreeMap;

use hudna_model::{Situation, text::fold};
use hudna_read::pack::LangPack;
use hudna_read::pack::lexicon::Lexeme;

use crate::data::Data;

/// The areas of the agreement.
pub struct Areas<'d> {
    known: BTreeMap<String, String>,
    data: &'d Data,
    list: &'d [String],
}

impl<'d> Areas<'d> {
    /// The areas of the agreement that is followed.
    pub fn new(situation: &'d Situation, data: &'d Data) -> Self {
        let list = situation.agreement.areas.list.as_slice();
        let mut known = BTreeMap::new();
        for place in list.iter().filter_map(|id| situation.places.get(id)) {
            let names = [&place.name.ar, &place.name.en].into_iter().chain(&place.pcode);
            known.extend(names.map(|name| (fold(name), place.id.clone())));
        }
        known.extend(list.iter().map(|id| (fold(id), id.clone())));
        Areas { known, data, list }
    }

    /// Ids of all of them.
    pub fn list(&self) -> &'d [String] {
        self.list
    }

    /// The id of the area that is called so.
    ///
    /// # Errors
    /// None is, or several are; why, in words.
    pub fn find(&self, name: &str) -> Result<String, String> {
        if let Some(id) = self.known.get(&fold(name)) {
            return Ok(id.clone());
        }
        self.spelled(name).ok_or_else(|| {
            format!("\"{name}\" is no area of the agreement; see `hudna areas` for their ids")
        })
    }

    /// The one area with a name of this spelling, with or without a word such as "province".
    fn spelled(&self, name: &str) -> Option<String> {
        self.data.pack.langs.values().find_map(|lang| {
            let folded = lang.tongue.fold(name);
            bare(&folded, lang).into_iter().find_map(|name| self.one(name, lang))
        })
    }

    fn one(&self, name: &str, lang: &LangPack) -> Option<String> {
        let id = |at: &u32| &self.data.pack.places[*at as usize].id;
        let mut found: Vec<&String> =
            lang.names.same(name).iter().map(id).filter(|id| self.list.contains(id)).collect();
        found.dedup();
        match found[..] {
            [one] => Some(one.clone()),
            _ => None,
        }
    }
}

/// A name as it is, and without a word for localities before or behind it.
fn bare<'n>(name: &'n str, lang: &LangPack) -> Vec<&'n str> {
    let locality = |word: &str| {
        let written = |l: &Lexeme| l.forms.iter().any(|(form, _)| form == word);
        lang.lexemes.iter().any(|l| l.is("locality") && written(l))
    };
    let behind = name.rsplit_once(' ').filter(|(_, last)| locality(last)).map(|(rest, _)| rest);
    let before = name.split_once(' ').filter(|(first, _)| locality(first)).map(|(_, rest)| rest);
    [Some(name), behind, before].into_iter().flatten().collect()
}
