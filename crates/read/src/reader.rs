//! The whole way from a report to its reading.

use hudna_model::{Claim, CopyMarks, Lang, Note, NoteKind, Reading, Report, Span};

use crate::choose::How;
use crate::claims::{self, Context};
use crate::doc::{Doc, Mention};
use crate::frame::matching;
use crate::layers::{place, speaker};
use crate::pack::{LangPack, Pack};
use crate::pieces::pieces;
use crate::tagger::Model;
use crate::tagger::features::Seen;
use crate::tagger::tagged::Tagged;

/// Longest text that is read, in Unicode scalars; the rest gets a note.
pub const MAX_CHARS: usize = 16_000_000;

/// Reads a report. Cannot fail: what is not understood becomes a note.
///
/// The same report and pack give the same reading, to the byte.
pub fn read(report: &Report, pack: &Pack) -> (Reading, CopyMarks) {
    read_so(report, pack, How::default())
}

/// Reads a report by rules alone, or taking down every choice.
pub fn read_so(report: &Report, pack: &Pack, how: How<'_>) -> (Reading, CopyMarks) {
    let lang = language(report);
    let mut reading = Reading {
        id: report.id.clone(),
        lang: lang.to_owned(),
        published: report.published.clone(),
        pack: pack.digest.clone(),
        model: pack.model.as_ref().filter(|_| !how.by_rules).map(|m| m.digest().to_owned()),
        claims: Vec::new(),
        notes: Vec::new(),
    };
    let Some(data) = pack.langs.get(lang) else {
        reading.notes.push(unread_language(report, lang));
        return (reading, CopyMarks::default());
    };
    let text = limited(&report.text);
    let mut parts = Vec::new();
    let mut sentences = 0;
    for piece in pieces(text) {
        let (marks, count) = read_piece(report, pack, data, how, piece, sentences, &mut reading);
        parts.push(marks);
        sentences += count;
    }
    if text.len() < report.text.len() {
        let end = text.chars().count();
        reading.notes.push(cut_note(end));
    }
    (reading, crate::marks::join(parts))
}

/// Reads a piece of the text into the reading; gives its marks and how many sentences it has.
fn read_piece(
    report: &Report,
    pack: &Pack,
    data: &LangPack,
    how: How<'_>,
    piece: (usize, &str),
    sentences: usize,
    reading: &mut Reading,
) -> (CopyMarks, usize) {
    let published = report.published.as_deref().and_then(|d| d.parse().ok());
    let doc = Doc::of_piece(pack, data, piece, published);
    let places = place::find(&doc);
    let speeches = speaker::find(&doc);
    let matches = matching::all(&doc, &places);
    let seen = Seen { doc: &doc, places: &places, speeches: &speeches, matches: &matches };
    let model = pack.model.as_deref().filter(|_| !how.by_rules && how.tagged.is_none());
    let tagged = model.map(|m| m.see(&seen));
    let tagged = how.tagged.or(tagged.as_ref());
    let ctx = Context::new(&doc, &report.id, &places, &speeches, tagged, how);
    let mut claims = claims::make(&ctx, &matches);
    let notes = notes(&doc, data, &places, &claims);
    claims.iter_mut().filter(|_| sentences > 0).for_each(|c| renumber(c, sentences));
    reading.claims.append(&mut claims);
    reading.notes.extend(notes);
    (crate::marks::marks(&doc), doc.sentences.len())
}

/// What a model says of a report that is read in one piece; none of one in a language that no
/// data know.
pub fn see<'m>(report: &Report, pack: &Pack, model: &'m Model) -> Option<Tagged<'m>> {
    let data = pack.langs.get(language(report))?;
    let text = pieces(limited(&report.text)).into_iter().next()?;
    with_seen(pack, data, text, report, |seen| model.see(seen))
}

/// Takes a text apart as reading does, and lets something look at what the layers found.
pub fn with_seen<T>(
    pack: &Pack,
    data: &LangPack,
    text: (usize, &str),
    report: &Report,
    look: impl FnOnce(&Seen<'_, '_>) -> T,
) -> Option<T> {
    let published = report.published.as_deref().and_then(|d| d.parse().ok());
    let doc = Doc::of_piece(pack, data, text, published);
    let places = place::find(&doc);
    let speeches = speaker::find(&doc);
    let matches = matching::all(&doc, &places);
    Some(look(&Seen { doc: &doc, places: &places, speeches: &speeches, matches: &matches }))
}

/// Events are numbered by sentence: those of a later piece go on behind those before.
fn renumber(claim: &mut Claim, sentences: usize) {
    let number = claim.event.as_deref().and_then(|e| e.strip_prefix('e')?.parse::<usize>().ok());
    claim.event = number.map(|n| format!("e{}", n + sentences)).or(claim.event.take());
}

/// The language as told, else by the script of the letters.
fn language(report: &Report) -> &str {
    if let Some(lang) = report.lang.as_deref() {
        return lang;
    }
    let (mut arabic, mut latin) = (0, 0);
    for c in report.text.chars().filter(|c| c.is_alphabetic()) {
        match c {
            '\u{0600}'..='\u{06ff}' => arabic += 1,
            c if c.is_ascii() => latin += 1,
            _ => {}
        }
    }
    match (arabic, latin) {
        (0, 0) => "und",
        (a, l) if a >= l => "ar",
        _ => "en",
    }
}

fn limited(text: &str) -> &str {
    text.char_indices().nth(MAX_CHARS).map_or(text, |(at, _)| &text[..at])
}

fn cut_note(end: usize) -> Note {
    let why = format!("the text is longer than {MAX_CHARS} characters; the rest was not read");
    Note { kind: NoteKind::Cut, span: Span::new(end, end), text: String::new(), why }
}

fn unread_language(report: &Report, lang: &str) -> Note {
    let end = report.text.chars().count().min(80);
    Note {
        kind: NoteKind::UnreadLanguage,
        span: Span::new(0, end),
        text: report.text.chars().take(80).collect(),
        why: format!("there is no reader for the language \"{lang}\""),
    }
}

/// Notes: words of harm or truce without a claim, names that no gazetteer knows or several share.
fn notes(doc: &Doc<'_>, data: &LangPack, places: &[place::Found], claims: &[Claim]) -> Vec<Note> {
    let mut out = Vec::new();
    for clause in &doc.clauses {
        let span = doc.span(&clause.at);
        if let Some(word) = untold(doc, data, &clause.at, claims) {
            let why = format!("\"{word}\" speaks of harm or of a truce, and no claim was read");
            let text = doc.slice(span).to_owned();
            out.push(Note { kind: NoteKind::UnreadHarm, span, text, why });
        }
    }
    for found in places.iter().filter(|f| !f.described && !f.outside) {
        let span = found.named(doc);
        let text = doc.slice(span).to_owned();
        let note = |kind, why: String| Note { kind, span, text, why };
        match found.candidates.len() {
            0 => out.push(note(NoteKind::UnknownPlace, "no gazetteer holds this name".into())),
            1 if found.guessed => {
                let why = "no place is spelt so; the nearest name is one letter away".into();
                out.push(note(NoteKind::AmbiguousPlace, why));
            }
            1 => {}
            n => {
                let names = levels(doc, found);
                if names > 1 {
                    let why = format!("{n} places bear this name");
                    out.push(note(NoteKind::AmbiguousPlace, why));
                }
            }
        }
    }
    out.sort_by_key(|n| (n.span, n.kind));
    out
}

/// Candidates that lie in different governorates: a city and its own province are no doubt.
fn levels(doc: &Doc<'_>, found: &place::Found) -> usize {
    use hudna_model::PlaceLevel;
    let governorate = |i: &usize| {
        let place = &doc.pack.places[*i];
        let mut chain = doc.pack.chain(place);
        chain.find(|p| p.level == PlaceLevel::Governorate).map_or(&place.id, |p| &p.id)
    };
    let mut ids: Vec<_> = found.candidates.iter().map(governorate).collect();
    ids.sort();
    ids.dedup();
    ids.len()
}

/// A word of harm, force or truce in the clause that no claim's evidence holds.
fn untold<'d>(
    doc: &Doc<'d>,
    data: &LangPack,
    clause: &std::ops::Range<usize>,
    claims: &[Claim],
) -> Option<&'d str> {
    const HARM: [&str; 13] = [
        "harm",
        "harmed",
        "strike",
        "clash",
        "attack",
        "blast",
        "kill_act",
        "seize_person",
        "coerce",
        "ground",
        "posture",
        "truce",
        "violence_word",
    ];
    let about = |kind: &str| ["violence", "toll", "truce"].contains(&kind);
    let told = |m: &Mention| {
        let span = doc.span(&m.at);
        claims.iter().any(|c| c.evidence.span.shared(span) > 0 && about(c.body.kind()))
    };
    let speaks =
        |m: &&Mention| m.lexemes(data).any(|(l, _)| HARM.iter().any(|c| l.is(c))) && !told(m);
    doc.mentions_in(clause).find(speaks).map(|m| doc.words(&m.at))
}

/// Explains a claim's rule in a sentence, in both languages, from the frame's own `why`.
pub fn explain(pack: &Pack, lang: &str, rule: &str, reader: Lang) -> Option<String> {
    let frame = rule.split('#').next().unwrap_or(rule);
    let found = pack.langs.get(lang)?.frames.iter().find(|f| f.id == frame)?;
    Some(found.why.get(reader).to_owned())
}
