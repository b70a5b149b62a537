//! Versions: the newest entry that speaks of a thing. Its tag begins with it, and whoever changes
//! the thing may say which version they saw.

use hudna::facts::Facts;
use hudna::model::digest::sha256_hex;
use hudna::model::{Incident, Situation};
use serde_json::Value;

use crate::ask::Ask;
use crate::fault::Fault;
use crate::reply::Reply;

/// The newest entry on an incident: what people entered, and the reports that tell it.
pub fn incident(facts: &Facts, s: &Situation, i: &Incident) -> u64 {
    let claims = i.claims.iter().chain(&i.denials);
    let told = claims.filter_map(|id| s.claims.get(id)).filter_map(|c| s.reports.get(&c.report));
    let reports = told.map(|r| r.entry).max();
    let has = |claim: &str| i.claims.iter().chain(&i.denials).any(|c| c == claim);
    reports.max(acts(facts, |claim| has(claim))).unwrap_or_default()
}

/// The newest entry on a claim and its report.
pub fn claim(facts: &Facts, s: &Situation, id: &str) -> u64 {
    let report = s.claims.get(id).and_then(|c| s.reports.get(&c.report)).map(|r| r.entry);
    report.max(acts(facts, |claim| claim == id)).unwrap_or_default()
}

/// The newest entry on a report: its reading, and what people entered on its claims.
pub fn report(facts: &Facts, id: &str) -> u64 {
    let Some(filed) = facts.reports.get(id) else { return 0 };
    let of_it = facts.acts.iter().filter(|a| a.record.anchors().iter().any(|x| x.report == id));
    let acts = of_it.flat_map(|a| [Some(a.entry), a.undone]).flatten().max();
    acts.max(filed.read).max(Some(filed.entry)).unwrap_or_default()
}

/// The newest entry on a promise.
pub fn follow_up(facts: &Facts, s: &Situation, id: &str) -> u64 {
    let Some(f) = hudna::promises::promise(s, id) else { return 0 };
    let told = f.claims.iter().chain(&f.fulfilled_by).filter_map(|c| s.claims.get(c));
    let reports = told.filter_map(|c| s.reports.get(&c.report)).map(|r| r.entry).max();
    reports.max(acts(facts, |claim| f.claims.iter().any(|c| c == claim))).unwrap_or_default()
}

/// The newest entry on a source.
pub fn source(facts: &Facts, id: &str) -> u64 {
    facts.grades(id).iter().map(|g| g.entry).max().unwrap_or_default()
}

/// The newest entry on a question.
pub fn question(s: &Situation, id: &str) -> u64 {
    let found = s.questions.iter().find(|q| q.id == id);
    found.and_then(|q| q.entries.iter().max().copied()).unwrap_or_default()
}

/// The newest entry that names a claim, undoings included.
fn acts(facts: &Facts, has: impl Fn(&str) -> bool) -> Option<u64> {
    let on = |anchors: Vec<hudna::record::Anchor>| {
        anchors.iter().any(|a| has(&a.claim) || facts.stands_for(a).is_some_and(|c| has(&c)))
    };
    let of_it = facts.acts.iter().filter(|a| on(a.record.anchors()));
    of_it.flat_map(|a| [Some(a.entry), a.undone]).flatten().max()
}

/// One thing, tagged with its version.
pub fn tagged(version: u64, body: &Value) -> Reply {
    let reply = Reply::json(body);
    let hash = sha256_hex(&reply.body);
    reply.header("etag", format!("\"{version}-{}\"", &hash[..12]))
}

/// What `If-Match` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Match {
    /// Nothing, or any version.
    Any,
    /// One of these versions.
    Of(Vec<u64>),
}

impl Match {
    /// Reads the header of a request.
    ///
    /// # Errors
    /// It holds something that is no tag of ours: then it fits no version.
    pub fn read(ask: &Ask) -> Result<Match, Fault> {
        let Some(text) = ask.header("if-match") else { return Ok(Match::Any) };
        parsed(text).ok_or_else(Fault::precondition)
    }

    /// Whether a version is one of those.
    pub fn fits(&self, version: u64) -> bool {
        match self {
            Match::Any => true,
            Match::Of(all) => all.contains(&version),
        }
    }
}

fn parsed(text: &str) -> Option<Match> {
    if text.trim() == "*" {
        return Some(Match::Any);
    }
    let version = |tag: &str| {
        let tag = tag.trim().strip_prefix('"')?.strip_suffix('"')?;
        tag.split('-').next()?.parse().ok()
    };
    Some(Match::Of(text.split(',').filter_map(version).collect()))
        .filter(|m| *m != Match::Of(vec![]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Match>) {
        assert_eq!(parsed(text), expected);
    }

    #[test]
    fn tags_begin_with_their_version() {
        check("*", Some(Match::Any));
        check("\"41-00ff\"", Some(Match::Of(vec![41])));
        check("\"41\", \"7-a\"", Some(Match::Of(vec![41, 7])));
        check("41", None);
        check("W/\"41-a\"", None);
        check("\"a\"", None);
    }

    #[test]
    fn no_header_fits_every_version() {
        assert!(Match::Any.fits(0));
        assert!(Match::Of(vec![3]).fits(3));
        assert!(!Match::Of(vec![3]).fits(4));
    }
}
