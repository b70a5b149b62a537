//! The brief as one page: no outside file, no script, Arabic beside English, for screen and A4.

mod charts;
mod courses;
mod map;
mod sources;
mod view;

use std::collections::BTreeMap;
use std::sync::Arc;

use hudna_model::{Lang, Situation};
use minijinja::syntax::SyntaxConfig;
use minijinja::value::{Serde, Value as Markup};
use minijinja::{AutoEscape, Environment};

use crate::bidi::{FSI, PDI, direction};
use crate::brief::Brief;
use crate::messages::Messages;

const TEMPLATE: &str =
    include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/brief.html.jinja"));
const STYLE: &str = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/../../templates/brief.css"));

/// By id of a claim: what stands before and after its clause in the sentence of the report. A
/// claim that is not here is shown with its clause alone.
pub type Surroundings = BTreeMap<String, (String, String)>;

/// The page could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the page of the brief could not be written: {0}")]
pub struct HtmlError(#[from] minijinja::Error);

/// Writes the page of `brief`; `situation` gives the map and the tables.
///
/// # Errors
/// When the template fails, which is a fault of the template.
pub fn render(
    brief: &Brief,
    situation: &Situation,
    around: &Surroundings,
) -> Result<String, HtmlError> {
    let environment = environment()?;
    let page = view::page(brief, situation, around);
    let template = environment.get_template("brief.html")?;
    Ok(template.render(minijinja::context! { page => Serde(page), style => STYLE })?)
}

fn environment() -> Result<Environment<'static>, minijinja::Error> {
    let messages = Arc::new(Messages::new());
    let mut environment = Environment::new();
    environment.set_syntax(SyntaxConfig::builder().trim_blocks(true).lstrip_blocks(true).build()?);
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.add_filter("bidi", bidi);
    for lang in [Lang::Ar, Lang::En] {
        let messages = Arc::clone(&messages);
        let say = move |id: &str, n: Option<String>| {
            let args: Vec<_> = n.iter().map(|n| ("n", n.as_str().into())).collect();
            Markup::from_safe_string(marked(&messages.text(lang, id, &args)))
        };
        environment.add_function(lang.code(), say);
    }
    environment.add_template("brief.html", TEMPLATE)?;
    Ok(environment)
}

/// Text for the page: escaped, with isolates as `<bdi>` elements in their language.
fn bidi(text: &str) -> Markup {
    Markup::from_safe_string(marked(text))
}

fn marked(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            FSI => out.push_str(opening(&text[at + c.len_utf8()..])),
            PDI => out.push_str("</bdi>"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            c => out.push(c),
        }
    }
    out
}

fn opening(rest: &str) -> &'static str {
    match direction(rest.split(PDI).next().unwrap_or(rest)) {
        Some(Lang::Ar) => "<bdi lang=\"ar\" dir=\"rtl\">",
        Some(Lang::En) => "<bdi lang=\"en\" dir=\"ltr\">",
        None => "<bdi dir=\"ltr\">",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        assert_eq!(marked(text), expected);
    }

    #[test]
    fn isolates_become_elements_and_the_rest_is_escaped() {
        check("a <b> & \"c\"", "a &lt;b&gt; &amp; &quot;c&quot;");
        check("of \u{2068}حلب\u{2069}", "of <bdi lang=\"ar\" dir=\"rtl\">حلب</bdi>");
        check("\u{2068}+03:00\u{2069}", "<bdi dir=\"ltr\">+03:00</bdi>");
    }
}
