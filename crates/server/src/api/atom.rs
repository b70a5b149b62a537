//! Atom by RFC 4287.

use std::fmt::Write as _;

use hudna::model::Moment;
use hudna::model::digest::sha256_hex;

/// An entry of a feed.
pub struct Entry {
    /// Its id here, such as `INC-…`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// What is told of it in a line.
    pub summary: String,
    /// When it changed.
    pub updated: Moment,
    /// Where its page stands.
    pub href: String,
}

/// A feed.
pub struct Feed {
    /// What it is of; the id follows from it.
    pub address: String,
    /// Its title.
    pub title: String,
    /// Its language.
    pub lang: &'static str,
    /// When it changed.
    pub updated: Moment,
    /// Addresses of further pages: relation and address.
    pub links: Vec<(&'static str, String)>,
    /// Entries.
    pub entries: Vec<Entry>,
}

/// Writes a feed.
pub fn render(feed: &Feed) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n");
    let lang = feed.lang;
    let open = format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{lang}\">\n");
    out.push_str(&open);
    tag(&mut out, "id", &urn(&feed.address));
    tag(&mut out, "title", &feed.title);
    tag(&mut out, "updated", &feed.updated.to_string());
    out.push_str("<author><name>hudna</name></author>\n");
    link(&mut out, "self", &feed.address);
    feed.links.iter().for_each(|(rel, href)| link(&mut out, rel, href));
    for entry in &feed.entries {
        out.push_str("<entry>\n");
        tag(&mut out, "id", &urn(&entry.id));
        tag(&mut out, "title", &entry.title);
        tag(&mut out, "updated", &entry.updated.to_string());
        tag(&mut out, "summary", &entry.summary);
        link(&mut out, "alternate", &entry.href);
        out.push_str("</entry>\n");
    }
    out.push_str("</feed>\n");
    out
}

/// A UUID (RFC 9562, version 8) from a name: the same name has the same in every feed.
fn urn(name: &str) -> String {
    let hex = sha256_hex(name.as_bytes());
    let h = |from: usize, to: usize| &hex[from..to];
    format!("urn:uuid:{}-{}-8{}-8{}-{}", h(0, 8), h(8, 12), h(13, 16), h(17, 20), h(20, 32))
}

fn tag(out: &mut String, name: &str, text: &str) {
    writeln!(out, "<{name}>{}</{name}>", escaped(text)).expect("a string takes everything");
}

fn link(out: &mut String, rel: &str, href: &str) {
    writeln!(out, "<link rel=\"{rel}\" href=\"{}\"/>", escaped(href))
        .expect("a string takes everything");
}

/// Text of XML 1.0, without the characters that it cannot hold.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(c),
            '\u{fffe}' | '\u{ffff}' => {}
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(escaped(text), expected);
    }

    #[test]
    fn text_is_escaped_and_what_no_xml_holds_is_left_out() {
        check("a < b & \"c\"", "a &lt; b &amp; &quot;c&quot;");
        check("a\u{0}b\u{8}\u{ffff}", "ab");
        check("حلب\n", "حلب\n");
    }

    #[test]
    fn ids_are_uuids_that_stay() {
        let id = urn("INC-7F3K2Q");
        assert_eq!(id, urn("INC-7F3K2Q"));
        let parts: Vec<&str> = id.trim_start_matches("urn:uuid:").split('-').collect();
        assert_eq!(parts.iter().map(|p| p.len()).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert!(parts[2].starts_with('8') && parts[3].starts_with('8'));
    }

    #[test]
    fn a_feed_has_what_it_must_have() {
        let at = Moment::from_seconds(1_462_298_400);
        let entry = Entry {
            id: "INC-A".into(),
            title: "a & b".into(),
            summary: String::new(),
            updated: at,
            href: "/i/INC-A".into(),
        };
        let feed = Feed {
            address: "/api/v1/incidents?format=atom&page=2".into(),
            title: "t".into(),
            lang: "ar",
            updated: at,
            links: vec![("next", "/x".into())],
            entries: vec![entry],
        };
        let text = render(&feed);
        assert!(
            text.contains("format=atom&amp;page=2") && text.contains("<title>a &amp; b</title>")
        );
        assert_eq!(text.matches("<updated>2016-05-03T18:00:00Z</updated>").count(), 2);
        assert_eq!(text.matches("<id>").count(), 2);
    }
}
