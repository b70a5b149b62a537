//! Questions whose answer would settle what is open.

use hudna_model::{Act, Bilingual};

use crate::say::{quote, say, term};

/// The question whose answer would settle a fact of a judgement; none for a fact that nobody asks
/// after.
pub fn question_on(fact: &str) -> Option<Bilingual> {
    match fact {
        "bearer" => Some(say("ask.bearer", &[])),
        "act" => Some(say("ask.act", &[])),
        "target" => Some(say("ask.target", &[])),
        "area" => Some(say("ask.area", &[])),
        "time" => Some(say("ask.time", &[])),
        _ => None,
    }
}

/// The question after a place that no gazetteer holds.
pub fn question_where(name: &str) -> Bilingual {
    say("ask.where", &[("name", &quote(name))])
}

/// What an act is called in both languages.
pub fn act_name(act: Act) -> Bilingual {
    term(&format!("act.{act}"))
}
