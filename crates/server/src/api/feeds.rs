//! Incidents as a feed, for readers of feeds.

use hudna::model::{Incident, Moment, Situation};

use super::atom::{self, Entry, Feed};
use super::list::{self, Page};
use crate::desk::Ctx;
use crate::form;
use crate::pages::shared::{gravest, title};
use crate::reply::Reply;

/// A page of incidents, in the reader's language.
pub fn incidents(ctx: &Ctx<'_>, s: &Situation, page: Page, rows: &[&Incident]) -> Reply {
    let entries: Vec<Entry> = rows.iter().map(|i| entry(ctx, s, i)).collect();
    let updated = entries.iter().map(|e| e.updated).max().unwrap_or(s.as_of);
    let query = ctx.ask.query_string();
    let feed = Feed {
        address: format!("{}?{query}", ctx.ask.path),
        title: plain(&ctx.say().text("w-api-feed-title", &[])),
        lang: ctx.say().lang.code(),
        updated,
        links: list::beside(ctx, page),
        entries,
    };
    Reply::new(200, "application/atom+xml; charset=utf-8", atom::render(&feed))
}

fn entry(ctx: &Ctx<'_>, s: &Situation, i: &Incident) -> Entry {
    let say = ctx.say();
    let days = i.days.as_ref().map(|(first, last)| say.days(first, last));
    let verdict = gravest(i).map(|v| say.label("verdict", &list::word(&v)));
    let support = Some(say.label("corroboration", &list::word(&i.corroboration)));
    let parts: Vec<String> = [days, support, verdict].into_iter().flatten().collect();
    Entry {
        id: i.id.clone(),
        title: plain(&title(say, s, i)),
        summary: plain(&say.clauses(&parts)),
        updated: updated(s, i),
        href: format!("/i/{}", form::encoded(&i.id)),
    }
}

/// When the last report that tells it came in, or somebody found something of it.
fn updated(s: &Situation, i: &Incident) -> Moment {
    let told = i.claims.iter().chain(&i.denials).filter_map(|id| s.claims.get(id));
    let found = i.findings.iter().map(|f| f.at).chain(i.related.iter().map(|r| r.at));
    told.map(|c| c.received).chain(found).max().unwrap_or(s.as_of)
}

fn plain(text: &str) -> String {
    hudna_brief::bidi::plain(text)
}
