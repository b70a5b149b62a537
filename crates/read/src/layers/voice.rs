//! Speech without a verb of saying: "فلان: …", its items, and quotations that go on over sentences.

use std::ops::Range;

use crate::doc::Doc;
use crate::frame::phrase::is_only_verb;
use crate::layers::extent::{before_mark, quoted_name};
use crate::layers::person::{Head, Np};
use crate::pack::index::Target;
use crate::pack::lexicon::Lexeme;
use crate::token::TokenKind;

/// How far behind the beginning of a sentence the colon of a headline may stand, in tokens.
const HEADLINE: usize = 22;

/// Fewest words that somebody says.
const FEWEST: usize = 3;

/// The entry that stands for a colon or quotation mark: it is filed under the colon.
pub(super) fn mark<'a>(doc: &Doc<'a>) -> Option<&'a Lexeme> {
    doc.lang.index.single(":").iter().find_map(|hit| match hit.target {
        Target::Lexeme(i) => Some(&doc.lang.lexemes[i as usize]),
        _ => None,
    })
}

/// Who speaks before a colon at the beginning of a sentence, and where the colon stands.
pub(super) fn headline(doc: &Doc<'_>, sentence: &Range<usize>) -> Option<(Np, usize)> {
    let reach = sentence.start..sentence.end.min(sentence.start + HEADLINE);
    let mut colons = reach.filter(|i| doc.tokens[*i].is_mark(":"));
    colons.find_map(|colon| headed(doc, sentence, colon).map(|np| (np, colon)))
}

/// Who is named right before a colon, with no verb in between.
fn headed(doc: &Doc<'_>, sentence: &Range<usize>, colon: usize) -> Option<Np> {
    let verbal = |i: usize| {
        let m = doc.mention_at(i).filter(|m| m.at.start == i);
        m.is_some_and(|m| is_only_verb(doc, m) || m.lexeme(doc.lang, "that").is_some())
    };
    let from = (sentence.start..colon)
        .rfind(|i| doc.tokens[*i].is_mark("|/:") || doc.tokens[*i].text == "عن")
        .map_or(sentence.start, |i| i + 1);
    if (sentence.start..colon).any(verbal) || words(doc, colon + 1..sentence.end) < FEWEST {
        return None;
    }
    let np = before_mark(doc, from, colon)?;
    (np.head != Head::Strange || np.at.len() > 1).then_some(np)
}

fn words(doc: &Doc<'_>, at: Range<usize>) -> usize {
    doc.tokens[at].iter().filter(|t| t.is_word()).count()
}

/// Whether a mark begins another item of a list: a dash between spaces, a bullet, a sign.
pub(super) fn is_bullet(doc: &Doc<'_>, i: usize) -> bool {
    let token = &doc.tokens[i];
    let apart = |j: usize| doc.tokens[j].span.end < token.span.start;
    match token.kind {
        TokenKind::Mark('-' | '–' | '—') => {
            i == 0 || apart(i - 1) || !doc.tokens[i - 1].is_word()
        }
        TokenKind::Mark(c) => !c.is_ascii() && !"«»“”‘’،؛؟…٪".contains(c),
        _ => false,
    }
}

/// Where the items begin that somebody says, behind the colon or from the sentence's own mark.
pub(super) fn items(doc: &Doc<'_>, at: Range<usize>) -> Vec<usize> {
    let mut out = Vec::new();
    let mut start = at.start;
    for i in at.clone().skip(1).chain([at.end]) {
        if i == at.end || is_bullet(doc, i) {
            if words(doc, start..i) >= FEWEST {
                out.push(start);
            }
            start = i;
        }
    }
    out
}

/// Quotation marks that stand open, told sentence by sentence.
#[derive(Debug, Default)]
pub(super) struct Quotes {
    guillemets: usize,
    plain: bool,
}

impl Quotes {
    /// Whether a quotation is open.
    pub(super) fn open(&self) -> bool {
        self.guillemets > 0 || self.plain
    }

    /// Goes on over a sentence; a line break closes what was left open.
    pub(super) fn pass(&mut self, doc: &Doc<'_>, sentence: &Range<usize>) {
        for i in sentence.clone() {
            match doc.tokens[i].kind {
                TokenKind::Mark('«' | '“') if quoted_name(doc, i, sentence.end).is_none() => {
                    self.guillemets = 1;
                }
                TokenKind::Mark('»' | '”') => self.guillemets = 0,
                TokenKind::Mark('"') => self.plain = !self.plain,
                TokenKind::Break => *self = Quotes::default(),
                _ => {}
            }
        }
    }
}

/// Whether nobody in particular heads it: a medium or a bare place name is a dateline.
pub(super) fn heads(doc: &Doc<'_>, np: &Np) -> bool {
    use crate::pack::registers::FormKind;
    let first = doc.mention_at(np.at.start);
    let seat = first.is_some_and(|m| {
        m.at == np.at
            && (m.places().next().is_some()
                || m.parties(doc.lang).any(|f| f.kind == FormKind::Metonym))
    });
    !(seat && np.head == Head::Group)
}
