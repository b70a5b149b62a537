//! Frames and scope rules: one file each, with why, and examples of yes and no inside.

use std::collections::BTreeMap;

use hudna_model::{Bilingual, Modality};
use serde::Deserialize;

use super::error::DataError;
use super::lexicon::Lexeme;
use crate::lang::Tongue;

/// Where a role's filler stands to the trigger.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rel {
    /// Subject of a verb: after it without preposition, else before it.
    Subject,
    /// Object: the next without preposition after the subject.
    Object,
    /// The noun right behind a noun.
    Idafa,
    /// An adjective right behind a noun.
    Adjective,
    /// Behind one of these prepositions (folded).
    Preposition(Vec<String>),
    /// Nearest before the trigger, in the clause.
    Before,
    /// Nearest after the trigger, in the clause.
    After,
    /// Nearest on either side, in the clause.
    Clause,
    /// Nearest on either side, in the sentence.
    Sentence,
    /// The counted group that belongs to the trigger.
    Count,
    /// The trigger itself.
    Itself,
}

/// One way to fill a role: a relation and what may fill it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filler {
    /// Where.
    pub rel: Rel,
    /// Classes of lexemes, or `place`, `party`, `person`, `quantity`, `date`, `name`; empty for
    /// any noun phrase.
    pub filter: Vec<String>,
}

/// An example that a shape must read.
#[derive(Debug, Clone, Deserialize)]
pub struct Yes {
    /// The sentence.
    pub t: String,
    /// Attributes that the claim must have, as strings.
    #[serde(flatten)]
    pub want: BTreeMap<String, toml::Value>,
}

/// One word order of a frame.
#[derive(Debug, Clone)]
pub struct Shape {
    /// Its name inside the frame.
    pub name: String,
    /// `verb`, `noun`, `any`.
    pub form: String,
    /// How roles are filled, first way first.
    pub roles: BTreeMap<String, Vec<Filler>>,
    /// Roles without which the shape does not match.
    pub need: Vec<String>,
    /// Roles of which at least one must be filled.
    pub one_of: Vec<String>,
    /// Modality that the cues around the trigger must give.
    pub layer: Option<String>,
    /// Must be read.
    pub yes: Vec<Yes>,
    /// Must not be read by this frame.
    pub no: Vec<String>,
}

/// A rule that makes claims.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Unique, such as `violence.strike`.
    pub id: String,
    /// Kind of claim.
    pub kind: String,
    /// Conditions on the trigger: key and allowed values; `class` first.
    pub on: Vec<(String, Vec<String>)>,
    /// Tags that the trigger must not have.
    pub not: Vec<String>,
    /// Why this reads so, for people.
    pub why: Bilingual,
    /// Attribute → where it is taken from (`means.act`, `lexeme.act`), first that is there.
    pub take: BTreeMap<String, Vec<String>>,
    /// Attribute → fixed value.
    pub set: BTreeMap<String, String>,
    /// How sure a claim of this frame is before calibration, 0 to 1.
    pub confidence: f64,
    /// Word orders.
    pub shapes: Vec<Shape>,
}

/// What the cues of a scope rule do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CueRole {
    /// They set a modality or the background.
    Layer,
    /// What follows them is taken as given whatever is said of it ("after", "stopping").
    Given,
    /// What follows soon, or behind ل, is aimed at ("in order to", "tries").
    Aim,
    /// Only what follows behind ل is aimed at ("a plan to").
    Plan,
    /// ل behind them is no aim ("was exposed to").
    Undergoes,
}

/// A cue that sets a layer over a clause or sentence.
#[derive(Debug, Clone)]
pub struct Scope {
    /// Unique.
    pub id: String,
    /// The modality it sets; none for `background` and for cues that set nothing themselves.
    pub set: Option<Modality>,
    /// What its cues do.
    pub role: CueRole,
    /// It reaches over the rest of the sentence, not of the clause.
    pub over_sentence: bool,
    /// Folded cues.
    pub cues: Vec<String>,
    /// Where the cue applies.
    pub yes: Vec<String>,
    /// Where it does not.
    pub no: Vec<String>,
    /// Why, as the file says.
    pub why: String,
}

impl Frame {
    /// Whether the word meets the conditions on a trigger.
    pub fn is_triggered_by(&self, lexeme: &Lexeme) -> bool {
        let holds = |(key, values): &(String, Vec<String>)| match key.as_str() {
            "class" => values.iter().any(|v| lexeme.is(v)),
            key => lexeme.tag(key).is_some_and(|t| values.iter().any(|v| v == t)),
        };
        self.on.iter().all(holds) && !self.not.iter().any(|tag| lexeme.tag(tag).is_some())
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FrameFile {
    id: String,
    kind: String,
    on: String,
    #[serde(default)]
    not: Vec<String>,
    why: Bilingual,
    #[serde(default)]
    take: BTreeMap<String, String>,
    #[serde(default)]
    set: BTreeMap<String, String>,
    confidence: f64,
    shape: Vec<ShapeFile>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ShapeFile {
    name: String,
    #[serde(default = "any")]
    form: String,
    #[serde(default)]
    roles: BTreeMap<String, String>,
    #[serde(default)]
    need: Vec<String>,
    #[serde(default)]
    one_of: Vec<String>,
    layer: Option<String>,
    #[serde(default)]
    yes: Vec<Yes>,
    #[serde(default)]
    no: Vec<String>,
}

fn any() -> String {
    "any".into()
}

const KINDS: [&str; 6] = ["violence", "toll", "meeting", "statement", "truce", "commitment"];

/// Reads a frame file; it must hold examples of both sorts in each shape.
pub fn frame(file: &str, content: &str, tongue: Tongue) -> Result<Frame, DataError> {
    let fault =
        |what: String| DataError::new(file, 0, what, "see \"a reading rule\" in CONTRIBUTING");
    let raw: FrameFile = toml::from_str(content).map_err(|e| toml_error(file, content, &e))?;
    if !KINDS.contains(&raw.kind.as_str()) {
        return Err(fault(format!("\"{}\" is no kind of claim", raw.kind)));
    }
    let mut shapes = Vec::new();
    for shape in raw.shape {
        if shape.yes.is_empty() || shape.no.is_empty() {
            let what = format!("shape \"{}\" has no `yes` or no `no` examples", shape.name);
            return Err(fault(what));
        }
        shapes.push(self::shape(shape, tongue).map_err(&fault)?);
    }
    if shapes.is_empty() {
        return Err(fault("a frame needs a shape".into()));
    }
    let on = raw.on.split_whitespace().map(condition).collect::<Option<Vec<_>>>();
    let on = on.ok_or_else(|| fault(format!("\"{}\" is not key:value", raw.on)))?;
    let list = |v: &String| v.split(',').map(|p| p.trim().to_owned()).collect();
    let take = raw.take.iter().map(|(k, v)| (k.clone(), list(v))).collect();
    let (id, kind, confidence) = (raw.id, raw.kind, raw.confidence);
    Ok(Frame { id, kind, on, not: raw.not, why: raw.why, take, set: raw.set, confidence, shapes })
}

fn condition(text: &str) -> Option<(String, Vec<String>)> {
    let (key, values) = text.split_once(':')?;
    Some((key.to_owned(), values.split('/').map(str::to_owned).collect()))
}

fn shape(raw: ShapeFile, tongue: Tongue) -> Result<Shape, String> {
    let mut roles = BTreeMap::new();
    for (role, spec) in &raw.roles {
        let fillers: Vec<_> = spec.split('|').map(|s| filler(s.trim(), tongue)).collect();
        roles.insert(role.clone(), fillers);
    }
    for role in raw.need.iter().chain(&raw.one_of) {
        if !roles.contains_key(role) {
            return Err(format!("role \"{role}\" is needed but not described"));
        }
    }
    if !["verb", "noun", "any"].contains(&raw.form.as_str()) {
        return Err(format!("\"{}\" is no form (verb, noun, any)", raw.form));
    }
    let ShapeFile { name, form, need, one_of, layer, yes, no, .. } = raw;
    Ok(Shape { name, form, roles, need, one_of, layer, yes, no })
}

/// `subj:force/person`, `على:target`, `في`.
fn filler(spec: &str, tongue: Tongue) -> Filler {
    let (rel, filter) = spec.split_once(':').unwrap_or((spec, ""));
    let rel = match rel {
        "subj" => Rel::Subject,
        "obj" => Rel::Object,
        "idafa" => Rel::Idafa,
        "adj" => Rel::Adjective,
        "before" => Rel::Before,
        "after" => Rel::After,
        "clause" => Rel::Clause,
        "sentence" => Rel::Sentence,
        "count" => Rel::Count,
        "self" => Rel::Itself,
        words => Rel::Preposition(words.split(['،', '+']).map(|w| tongue.fold(w.trim())).collect()),
    };
    let filter = filter.split('/').filter(|f| !f.is_empty()).map(str::to_owned).collect();
    Filler { rel, filter }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ScopeFile {
    id: String,
    why: String,
    set: String,
    over: String,
    cues: Vec<String>,
    yes: Vec<String>,
    no: Vec<String>,
}

/// Reads a scope file; it must hold examples of both sorts.
pub fn scope(file: &str, content: &str, tongue: Tongue) -> Result<Scope, DataError> {
    let fault = |what: &str| DataError::new(file, 0, what, "see \"a scope rule\" in CONTRIBUTING");
    let raw: ScopeFile = toml::from_str(content).map_err(|e| toml_error(file, content, &e))?;
    if raw.yes.is_empty() || raw.no.is_empty() || raw.cues.is_empty() {
        return Err(fault("a scope rule needs cues and examples of yes and no"));
    }
    let role = match raw.set.as_str() {
        "given" => CueRole::Given,
        "aim" => CueRole::Aim,
        "plan" => CueRole::Plan,
        "undergoes" => CueRole::Undergoes,
        _ => CueRole::Layer,
    };
    let set = match raw.set.as_str() {
        "background" => None,
        _ if role != CueRole::Layer => None,
        name => Some(Modality::parse(name).ok_or_else(|| fault("`set` is no modality"))?),
    };
    let over_sentence = match raw.over.as_str() {
        "sentence" => true,
        "clause" => false,
        _ => return Err(fault("`over` is neither clause nor sentence")),
    };
    let cues = raw.cues.iter().map(|c| tongue.fold(c)).collect();
    let ScopeFile { id, yes, no, why, .. } = raw;
    Ok(Scope { id, set, role, over_sentence, cues, yes, no, why })
}

/// By kind the frame that stands for what the tagger proposes: it has the roles that the tagger
/// points at, and no words of its own.
pub(crate) fn proposals() -> BTreeMap<&'static str, Frame> {
    const ROLES: [(&str, &[&str]); 6] = [
        ("violence", &["actor", "target"]),
        ("toll", &["side"]),
        ("meeting", &["participants"]),
        ("statement", &["addressee"]),
        ("truce", &["parties"]),
        ("commitment", &["who"]),
    ];
    let frame = |(kind, roles): (&'static str, &[&str])| {
        let shape = Shape {
            name: "seen".to_owned(),
            form: "any".to_owned(),
            roles: BTreeMap::new(),
            need: Vec::new(),
            one_of: roles.iter().map(|r| (*r).to_owned()).collect(),
            layer: None,
            yes: Vec::new(),
            no: Vec::new(),
        };
        let frame = Frame {
            id: format!("tagger.{kind}"),
            kind: kind.to_owned(),
            on: Vec::new(),
            not: Vec::new(),
            why: Bilingual::default(),
            take: BTreeMap::new(),
            set: BTreeMap::new(),
            confidence: 0.5,
            shapes: vec![shape],
        };
        (kind, frame)
    };
    ROLES.into_iter().map(frame).collect()
}

/// A fault that the TOML parser found, with its line.
pub fn toml_error(file: &str, content: &str, error: &toml::de::Error) -> DataError {
    let line = error.span().map_or(0, |s| content[..s.start.min(content.len())].lines().count());
    DataError::new(file, line.max(1), error.message(), "mend the file")
}
