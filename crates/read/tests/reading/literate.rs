//! Sentences with the claims they give, written as Markdown.
//!
//! `Published DAY.` says when the reports below it were published. `> ` is a report (several such
//! lines are its lines). Each `- ` below it is something that must hold of its claims, each
//! `* ` something that no claim can tell, and `= ` says why something is known to be wrong: what
//! stands under a heading `Known` is asserted not to hold.
//!
//! An expectation is a kind (or `no` and a kind, or a number and a kind) and attributes:
//! `key=value`, `key~=value` when one contains the other, `a|b` for either, `*` for anything,
//! `""` for nothing. A key goes inside with a dot (`place.id`, `due.end`).

use std::path::Path;

use serde_json::Value;

/// One report and what must hold of its claims.
#[derive(Debug, Clone, Default)]
pub struct Case {
    /// File and line of the report.
    pub at: String,
    /// The headings it stands under, outermost first.
    pub headings: Vec<String>,
    /// Code of the language.
    pub lang: String,
    /// ISO day.
    pub published: String,
    /// The report.
    pub text: String,
    /// Line and expectation.
    pub wants: Vec<(usize, String)>,
    /// What no claim can tell.
    pub beyond: Vec<String>,
    /// Why what is expected does not hold yet.
    pub reason: String,
}

impl Case {
    /// Whether it is known to be read wrongly.
    pub fn known(&self) -> bool {
        self.headings.iter().any(|h| h == "Known")
    }
}

/// Reads the cases of a file.
pub fn cases(path: &Path) -> Vec<Case> {
    let text = std::fs::read_to_string(path).unwrap();
    let name = path.file_name().unwrap().to_string_lossy();
    let english = path.components().any(|c| c.as_os_str() == "en");
    let lang = if english { "en" } else { "ar" }.to_owned();
    let mut now = Case { published: "2016-05-03".to_owned(), lang, ..Case::default() };
    let mut out: Vec<Case> = Vec::new();
    let mut open = false;
    for (n, line) in text.lines().enumerate().map(|(n, l)| (n + 1, l)) {
        let Some((mark, said)) = line.split_once(' ') else { continue };
        match mark {
            "Published" => now.published = said.trim_end_matches('.').to_owned(),
            ">" if open => {
                let case = out.last_mut().unwrap();
                case.text.push('\n');
                case.text.push_str(said);
            }
            ">" => {
                let at = format!("{name}:{n}");
                out.push(Case { at, text: said.to_owned(), ..now.clone() });
            }
            "-" => out.last_mut().unwrap().wants.push((n, said.to_owned())),
            "*" => out.last_mut().unwrap().beyond.push(said.to_owned()),
            "=" => out.last_mut().unwrap().reason = said.to_owned(),
            _ if !mark.is_empty() && mark.chars().all(|c| c == '#') => {
                now.headings.truncate(mark.len() - 1);
                now.headings.push(said.to_owned());
            }
            _ => {}
        }
        open = mark == ">";
    }
    out
}

/// An attribute as a test writes it: the words of a name or place, the day of a date. Of several
/// names, all of them.
pub fn told(claim: &Value, key: &str) -> String {
    match key.split_once('.') {
        None => said(&claim[key]),
        Some((outer, inner)) => match &claim[outer] {
            Value::Array(list) => joined(list.iter().map(|v| said(&v[inner]))),
            one => said(&one[inner]),
        },
    }
}

fn said(value: &Value) -> String {
    match value {
        Value::String(s) => s.clone(),
        Value::Null => String::new(),
        Value::Object(map) => {
            let word = map.get("text").or(map.get("start")).unwrap_or(&Value::Null);
            word.as_str().unwrap_or_default().to_owned()
        }
        Value::Array(list) => joined(list.iter().map(said)),
        other => other.to_string(),
    }
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join("+")
}

/// What an expectation asks of a claim.
#[derive(Debug, PartialEq)]
struct Attribute {
    key: String,
    loose: bool,
    values: Vec<String>,
}

impl Attribute {
    fn fits(&self, claim: &Value) -> bool {
        let told = told(claim, &self.key);
        let near = |v: &String| !told.is_empty() && (told.contains(v) || v.contains(&told));
        self.values.iter().any(|v| match v.as_str() {
            "*" => !told.is_empty(),
            _ if self.loose => near(v),
            _ => told == *v,
        })
    }
}

/// Whether an expectation holds of the claims.
pub fn holds(claims: &[Value], expected: &str) -> bool {
    let (words, wanted) = parse(expected);
    let count = |kind: &str| {
        let fits = |c: &&Value| c["kind"] == kind && wanted.iter().all(|a| a.fits(c));
        claims.iter().filter(fits).count()
    };
    match words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["no", "claims"] => claims.is_empty(),
        ["no", kind] => count(kind) == 0,
        [n, kind] => count(kind) == n.parse::<usize>().expect("a number and a kind"),
        [kind] => count(kind) > 0,
        _ => panic!("\"{expected}\" is no expectation"),
    }
}

/// Why an expectation does not hold.
pub struct Fault {
    /// The attribute without which it would; empty when a claim is missing or one too many.
    pub key: String,
    /// In words.
    pub why: String,
}

/// Why an expectation does not hold of the claims.
pub fn fault(claims: &[Value], expected: &str) -> Fault {
    let (words, wanted) = parse(expected);
    let kind = words.last().expect("an expectation names a kind");
    let near = |but: &str| {
        let rest = |c: &&Value| wanted.iter().all(|a| a.key == but || a.fits(c));
        claims.iter().filter(|c| c["kind"] == kind.as_str()).find(rest)
    };
    let mut keys = wanted.iter().rev().map(|a| &a.key);
    let found = keys.find_map(|key| Some((key.clone(), told(near(key)?, key))));
    let (key, why) = match (words.len(), found) {
        (1, Some((key, told))) if told.is_empty() => (key.clone(), format!("no {key} is read")),
        (1, Some((key, told))) => (key.clone(), format!("{key} is read as \"{told}\"")),
        (1, None) => (String::new(), format!("no such {kind} is read")),
        _ if words[0] == "no" => (String::new(), format!("{kind} is read where none is told")),
        _ => (String::new(), format!("{kind}: more or fewer are read")),
    };
    Fault { key, why }
}

/// `toll outcome=killed place="مدينة حلب"`: the words, and the attributes.
fn parse(text: &str) -> (Vec<String>, Vec<Attribute>) {
    let (mut words, mut wanted) = (Vec::new(), Vec::new());
    let mut rest = text.trim();
    while !rest.is_empty() {
        let end = rest.find([' ', '=']).unwrap_or(rest.len());
        let (head, tail) = rest.split_at(end);
        let Some(value) = tail.strip_prefix('=') else {
            words.push(head.to_owned());
            rest = tail.trim_start();
            continue;
        };
        let (value, after) = match value.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').expect("a quotation that closes"),
            None => value.split_once(' ').unwrap_or((value, "")),
        };
        let (key, loose) = head.strip_suffix('~').map_or((head, false), |key| (key, true));
        let values = value.split('|').map(str::to_owned).collect();
        wanted.push(Attribute { key: key.to_owned(), loose, values });
        rest = after.trim_start();
    }
    (words, wanted)
}

/// A claim in one line, without what no expectation asks for.
pub fn brief(claim: &Value) -> String {
    const QUIET: [&str; 5] = ["id", "rule", "confidence", "evidence", "quoted"];
    let map = claim.as_object().unwrap();
    let keys = map.keys().filter(|k| !QUIET.contains(&k.as_str()));
    let pairs = keys.map(|k| (k, told(claim, k)));
    let shown = pairs.filter(|(_, v)| !v.is_empty() && v != "false");
    shown.map(|(k, v)| format!("{k}={v}")).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_expectation_asks_for_a_kind_and_attributes() {
    let claim = serde_json::json!({"kind": "toll", "low": 2, "high": null,
        "place": {"text": "حي السكري", "id": "x"}, "participants": [{"text": "a"}, {"text": "b"}]});
    let check = |expected: &str, fits: bool| {
        assert_eq!(holds(std::slice::from_ref(&claim), expected), fits, "{expected}");
    };
    check("toll", true);
    check("no toll", false);
    check("no toll low=3", true);
    check("1 toll low=2", true);
    check("2 toll", false);
    check(r#"toll low=2|3 high="" place="حي السكري""#, true);
    check("toll place=السكري", false);
    check("toll place~=السكري place.id=x", true);
    check("toll low=* participants=a+b participants~=b", true);
    check("toll high=*", false);
    check("no claims", false);
    let why = |expected| fault(std::slice::from_ref(&claim), expected).why;
    assert_eq!(why("toll low=2 place.id=y"), "place.id is read as \"x\"");
    assert_eq!(why("toll high=2"), "no high is read");
    assert_eq!(why("truce"), "no such truce is read");
}
