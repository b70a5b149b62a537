//! Which names of a list are known bare, and which only behind a word such as "the town of".
//!
//! A name wants a cue when, without its article,
//! - it has fewer than four letters;
//! - it is a word that the lexicons, numbers, times or parties know, or a name that wants a cue in
//!   the gazetteer;
//! - three rows or more of the list bear it.
//!
//! Names of several words want none, unless a lexicon has the whole of them.

use std::collections::HashMap;

use hudna_model::PlaceLevel;
use hudna_read::fold::fold;
use hudna_read::lang::ar::Feat;
use hudna_read::pack::LangPack;
use hudna_read::pack::index::Target;

use super::Row;
use crate::data::Data;

/// Letters from which on a bare name is taken.
const LONG: usize = 4;

/// How many rows may share a name.
const SHARED: usize = 2;

/// Marks the rows whose name wants a cue, and leaves out other names that would.
pub(super) fn mark(rows: &mut [Row], data: &Data) {
    let mut shared: HashMap<String, usize> = HashMap::new();
    for row in rows.iter() {
        *shared.entry(fold(&row.ar)).or_insert(0) += 1;
    }
    let Some(lang) = data.pack.langs.get("ar") else { return };
    for row in rows {
        let common = shared.get(&fold(&row.ar)).is_some_and(|n| *n > SHARED);
        row.cued = common || wants_cue(lang, &row.ar);
        row.others.retain(|name| !wants_cue(lang, name));
    }
}

/// Whether a name alone says too little.
pub fn wants_cue(lang: &LangPack, name: &str) -> bool {
    let name = fold(name);
    let known = |hits: &[hudna_read::pack::index::Hit]| {
        hits.iter().any(|h| !matches!(h.target, Target::Place(_)) || h.feat == Feat::Singular)
    };
    if let Some((first, rest)) = name.split_once(' ') {
        let whole = |words: &[String]| words.iter().map(String::as_str).eq(rest.split(' '));
        return lang.index.multi(first).iter().any(|(w, h)| whole(w) && known(&[*h]));
    }
    let bare = name.strip_prefix("ال").filter(|b| b.chars().count() > 1).unwrap_or(&name);
    bare.chars().count() < LONG || known(lang.index.single(&name)) || known(lang.index.single(bare))
}

/// The word that goes before a name that wants a cue.
pub fn level_word(level: PlaceLevel) -> &'static str {
    match level {
        PlaceLevel::Neighbourhood => "حي",
        PlaceLevel::Settlement => "بلدة",
        PlaceLevel::District | PlaceLevel::Region => "منطقة",
        PlaceLevel::Governorate => "محافظة",
        PlaceLevel::Country => "دولة",
        PlaceLevel::Site | PlaceLevel::Line => "موقع",
    }
}
