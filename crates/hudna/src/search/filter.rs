//! From parameters to the incidents that pass them.

use hudna_model::Situation;

use super::bits::Bits;
use super::columns::{FIELDS, Judgement, UNTOLD, day};
use super::query::{Form, Query};
use super::things::Thing;
use super::{Index, fold, values};

/// Parameters about one judgement, which narrow together.
pub(super) const JUDGED: [&str; 3] = ["term", "verdict", "flag"];

/// The incidents that pass each parameter that is given; those of [`JUDGED`] are one.
pub(super) struct Passed {
    parts: Vec<(&'static str, Bits)>,
    size: usize,
}

impl Passed {
    /// Those that pass all but one.
    pub(super) fn but(&self, left_out: &str) -> Bits {
        let mut out = Bits::all(self.size);
        self.parts.iter().filter(|(name, _)| *name != left_out).for_each(|(_, b)| out.and(b));
        out
    }

    /// Those that pass all.
    pub(super) fn all(&self) -> Bits {
        self.but("")
    }

    /// Whether the parameter narrows.
    pub(super) fn narrows(&self, name: &str) -> bool {
        self.parts.iter().any(|(n, _)| *n == name)
    }
}

/// Which judgements are asked for.
pub(super) struct Sought {
    terms: Option<Vec<bool>>,
    verdicts: Option<Vec<bool>>,
    flags: u8,
}

impl Sought {
    /// What of the three is asked for, but for one that is left out.
    pub(super) fn new(index: &Index, q: &Form, left_out: &str) -> Sought {
        let given = |name: &str| (name != left_out).then(|| q.all(name)).filter(|a| !a.is_empty());
        let among = |names: &[String], name: &str| names.iter().any(|n| n == name);
        let flags = given("flag").unwrap_or_default();
        let bit = |n: usize| u8::from(among(flags, values::FLAGS[n].1)) << n;
        Sought {
            terms: given("term")
                .map(|all| index.columns.judged.terms.iter().map(|t| among(all, t)).collect()),
            verdicts: given("verdict")
                .map(|all| values::VERDICTS.iter().map(|(_, v)| among(all, v)).collect()),
            flags: (0..values::FLAGS.len()).map(bit).fold(0, |a, b| a | b),
        }
    }

    pub(super) fn is_any(&self) -> bool {
        self.terms.is_none() && self.verdicts.is_none() && self.flags == 0
    }

    pub(super) fn takes(&self, j: &Judgement) -> bool {
        self.terms.as_ref().is_none_or(|t| t[usize::from(j.term)])
            && self.verdicts.as_ref().is_none_or(|v| v[usize::from(j.verdict)])
            && (self.flags == 0 || j.flags & self.flags != 0)
    }
}

/// The parameter under which [`JUDGED`] stand in [`Passed`].
pub(super) const JUDGEMENT: &str = "judgement";
/// That under which `from` and `to` stand.
pub(super) const DAYS: &str = "days";

impl Index {
    pub(super) fn passed(&self, s: &Situation, q: &Query) -> Passed {
        let mut parts = Vec::new();
        for name in FIELDS {
            let asked = q.all(name);
            if !asked.is_empty() {
                parts.push((name, self.by_field(s, name, asked)));
            }
        }
        let sought = Sought::new(self, q, "");
        if !sought.is_any() {
            let judged = &self.columns.judged;
            let any = |at| judged.of(at).iter().any(|j| sought.takes(j));
            parts.push((JUDGEMENT, Bits::of(self.columns.size, any)));
        }
        parts.extend(self.by_numbers(q));
        parts.extend(self.by_days(q).map(|bits| (DAYS, bits)));
        if !q.all("id").is_empty() {
            parts.push(("id", self.by_ids(s, q.all("id"))));
        }
        if !q.text().is_empty() {
            parts.push(("q", self.by_text(q.text())));
        }
        Passed { parts, size: self.columns.size }
    }

    /// Places and areas hold what lies in them.
    fn by_field(&self, s: &Situation, name: &str, asked: &[String]) -> Bits {
        let field = self.columns.field(name);
        let asked_for = |value: &str| asked.iter().any(|a| a == value);
        let wanted = match name {
            "place" | "area" => field.wanted(|id| super::area::chain(s, id).any(asked_for)),
            _ => field.wanted(asked_for),
        };
        field.having(self.columns.size, &wanted)
    }

    fn by_numbers(&self, q: &Query) -> Vec<(&'static str, Bits)> {
        let c = &self.columns;
        let mut out = Vec::new();
        if let Some(least) = q.number("origins_min") {
            out.push(("origins_min", Bits::of(c.size, |at| c.origins[at] >= least)));
        }
        if let Some(least) = q.number("deaths_min") {
            let enough = |at: usize| c.deaths[at] != UNTOLD && c.deaths[at] >= least;
            out.push(("deaths_min", Bits::of(c.size, enough)));
        }
        if let Some(most) = q.number("deaths_max") {
            let few = |at: usize| c.deaths[at] != UNTOLD && c.deaths[at] <= most;
            out.push(("deaths_max", Bits::of(c.size, few)));
        }
        out
    }

    /// What may have been on one of the days; what no day is told of may.
    fn by_days(&self, q: &Query) -> Option<Bits> {
        let (from, to) = (q.one("from").and_then(day), q.one("to").and_then(day));
        (from.is_some() || to.is_some()).then(|| {
            let (from, to) = (from.unwrap_or(i32::MIN), to.unwrap_or(i32::MAX));
            let days = &self.columns.days;
            Bits::of(self.columns.size, |at| {
                days[at].is_none_or(|(first, last)| last >= from && first <= to)
            })
        })
    }

    fn by_ids(&self, s: &Situation, ids: &[String]) -> Bits {
        let mut out = Bits::none(self.columns.size);
        ids.iter().filter_map(|id| self.incident(s, id)).for_each(|at| out.set(at));
        out
    }

    /// The incidents of which every word is told, the last word by its beginning.
    pub(super) fn by_text(&self, text: &str) -> Bits {
        let mut words = fold::words(text);
        words.pop();
        let mut out = Bits::all(self.columns.size);
        for word in &words {
            out.and(&self.by_word(&[word.as_str()], false));
        }
        let last = fold::beginnings(text);
        if !last.is_empty() {
            let last: Vec<&str> = last.iter().map(String::as_str).collect();
            out.and(&self.by_word(&last, true));
        }
        out
    }

    /// Told in the incident's own words, or by the name of its place, parties, sources or acts.
    fn by_word(&self, forms: &[&str], begins: bool) -> Bits {
        let mut out = Bits::none(self.columns.size);
        let mut named: Vec<Thing> = Vec::new();
        for form in forms {
            let mut own = |at: u32| out.set(at as usize);
            let mut name = |at: u32| {
                let names = at < self.things.terms.start;
                named.extend(self.things.thing(at).filter(|_| names).map(|(thing, _)| thing));
            };
            if begins {
                self.words.beginning(form, &mut own);
                self.things.words.beginning(form, &mut name);
            } else {
                self.words.exact(form, &mut own);
                self.things.words.exact(form, &mut name);
            }
        }
        self.by_names(&named, &mut out);
        out
    }

    fn by_names(&self, named: &[Thing], out: &mut Bits) {
        if named.is_empty() {
            return;
        }
        let size = self.columns.size;
        for (field, ids) in &self.bearers {
            let column = self.columns.field(field);
            let mut wanted = vec![false; column.names.len()];
            let mut place = |thing: &Thing| {
                ids.get(thing).into_iter().flatten().for_each(|code| wanted[*code as usize] = true);
            };
            named.iter().for_each(&mut place);
            if wanted.contains(&true) {
                out.or(&column.having(size, &wanted));
            }
        }
    }
}
