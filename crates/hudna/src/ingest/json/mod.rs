//! JSON: an object, a list of objects, or one object a line.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

use super::text::utf8;
use super::{Content, Refusal, Unit};

/// An article as JSON gives it.
#[derive(Deserialize)]
struct Article {
    text: String,
    #[serde(default, deserialize_with = "key")]
    id: Option<String>,
    title: Option<String>,
    published: Option<String>,
    date: Option<String>,
    source: Option<String>,
    url: Option<String>,
    lang: Option<String>,
}

/// A key is a text; many archives number their articles.
fn key<'de, D: Deserializer<'de>>(input: D) -> Result<Option<String>, D::Error> {
    match Value::deserialize(input)? {
        Value::Null => Ok(None),
        Value::String(text) => Ok(Some(text)),
        Value::Number(number) => Ok(Some(number.to_string())),
        _ => Err(serde::de::Error::custom("`id` is neither a text nor a number")),
    }
}

/// Articles in a file whose name does not say so: an object over several lines, a list of
/// objects, or objects line by line. None is a plain text, which may begin with a bracket too.
pub fn detected(name: &str, bytes: &[u8]) -> Option<Vec<Unit>> {
    let inner = bytes.strip_prefix(super::BYTE_ORDER_MARK).unwrap_or(bytes).trim_ascii();
    let one_value = || serde_json::from_slice::<IgnoredAny>(inner).is_ok();
    match inner {
        [b'{', ..] if inner.contains(&b'\n') && one_value() => Some(whole(name, bytes)),
        [b'{', ..] => Some(lines(name, bytes)),
        [b'[', rest @ ..] if rest.trim_ascii_start().starts_with(b"{") && one_value() => {
            Some(whole(name, bytes))
        }
        _ => None,
    }
}

/// One object a line; a bad line is refused with its number and the rest goes on.
pub fn lines(name: &str, bytes: &[u8]) -> Vec<Unit> {
    let bytes = bytes.strip_prefix(super::BYTE_ORDER_MARK).unwrap_or(bytes);
    let rows = bytes.split(|b| *b == b'\n').enumerate();
    rows.filter(|(_, row)| !row.trim_ascii().is_empty())
        .map(|(at, row)| Unit {
            label: format!("{name}:{}", at + 1),
            content: article(row.trim_ascii()),
        })
        .collect()
}

/// A file that is one object or a list of them.
pub fn whole(name: &str, bytes: &[u8]) -> Vec<Unit> {
    let inner = bytes.strip_prefix(super::BYTE_ORDER_MARK).unwrap_or(bytes);
    let list: Result<Vec<&serde_json::value::RawValue>, _> = serde_json::from_slice(inner);
    match list {
        Ok(list) => list
            .iter()
            .enumerate()
            .map(|(at, raw)| Unit {
                label: format!("{name}#{}", at + 1),
                content: article(raw.get().as_bytes()),
            })
            .collect(),
        Err(_) => vec![Unit { label: name.to_owned(), content: article(bytes) }],
    }
}

fn article(bytes: &[u8]) -> Result<Content, Refusal> {
    let raw = utf8(bytes)?;
    let inner = raw.strip_prefix('\u{feff}').unwrap_or(&raw);
    let article: Article = serde_json::from_str(inner).map_err(|e| {
        Refusal::new(format!("no article in JSON: {e}"), "an article is an object with `text`")
    })?;
    let text = match article.title.filter(|t| !t.trim().is_empty()) {
        Some(title) => format!("{title}\n\n{}", article.text),
        None => article.text,
    };
    if text.contains('\0') {
        return Err(Refusal::new("the text holds zero characters", "send text"));
    }
    let said = |value: &String| !value.trim().is_empty();
    Ok(Content {
        raw,
        text: Some(text),
        key: article.id.filter(said),
        published: article.published.filter(said).or(article.date.filter(said)).map(day),
        source: article.source.filter(said),
        lang: article.lang,
        url: article.url,
        extractor: "json/1",
    })
}

/// The day of a time; anything else as it is, to be judged by who takes it.
fn day(told: String) -> String {
    let day = told.get(..10).filter(|day| day.parse::<jiff::civil::Date>().is_ok());
    day.map_or_else(|| told.clone(), str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_line_is_a_unit_and_a_bad_one_names_its_line() {
        let bytes = b"{\"text\":\"a\",\"title\":\"t\"}\n\nnonsense\n{\"id\":\"x\"}\n";
        let units = lines("f.jsonl", bytes);
        let labels: Vec<_> = units.iter().map(|u| u.label.as_str()).collect();
        assert_eq!(labels, ["f.jsonl:1", "f.jsonl:3", "f.jsonl:4"]);
        assert_eq!(units[0].content.as_ref().unwrap().text.as_deref(), Some("t\n\na"));
        assert!(units[1].content.as_ref().unwrap_err().why.contains("JSON"));
        assert!(units[2].content.as_ref().unwrap_err().why.contains("text"));
    }
}
