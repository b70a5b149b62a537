//! A report taken apart: tokens, mentions, sentences, clauses. What all later layers look at.

mod mention;

use std::ops::Range;

use hudna_model::Span;

use crate::frame::phrase::is_only_verb;
use crate::lang::{Tongue, en};
use crate::layers::{date::Date, quantity::Quantity};
use crate::lookup::{mentions, sentences, settle};
use crate::pack::{LangPack, Pack};
use crate::token::Token;

pub use mention::Mention;

/// A clause: a range of tokens inside one sentence.
#[derive(Debug, Clone)]
pub struct Clause {
    /// Tokens.
    pub at: Range<usize>,
    /// Index of the sentence.
    pub sentence: usize,
}

/// Scalars between two of which the byte offset is kept.
const STEP: usize = 16;

/// A report taken apart.
pub struct Doc<'a> {
    /// All data.
    pub pack: &'a Pack,
    /// Data of the text's language.
    pub lang: &'a LangPack,
    /// The text as extracted.
    pub text: &'a str,
    /// ISO day of publication.
    pub published: Option<jiff::civil::Date>,
    /// Tokens.
    pub tokens: Vec<Token>,
    /// Mentions in the order of the text; none overlaps another.
    pub mentions: Vec<Mention>,
    /// Cues of scope that stand beside the mentions, where a language keeps them apart.
    pub cues: Vec<Mention>,
    /// For each token the mention that covers it.
    pub covered: Vec<Option<u32>>,
    /// Quantities in the order of the text.
    pub quantities: Vec<Quantity>,
    /// Dates in the order of the text.
    pub dates: Vec<Date>,
    /// Sentences as ranges of tokens.
    pub sentences: Vec<Range<usize>>,
    /// Clauses.
    pub clauses: Vec<Clause>,
    /// For each token the quantity, and the date, that covers it.
    quantified: Vec<Option<u32>>,
    dated: Vec<Option<u32>>,
    /// For each token of an English text whether it stands inside quotation marks.
    quoted: Vec<bool>,
    /// For each token how many finite verbs that are nothing else begin before it.
    verbs: Vec<u32>,
    /// Number of the scalar at which the text begins, when it is a piece of a longer one.
    start: usize,
    /// Byte offset of every scalar of the text whose number [`STEP`] divides.
    bytes: Vec<usize>,
}

impl<'a> Doc<'a> {
    /// Takes a text apart. Linear in the text.
    pub fn new(
        pack: &'a Pack,
        lang: &'a LangPack,
        text: &'a str,
        published: Option<jiff::civil::Date>,
    ) -> Self {
        Self::of_piece(pack, lang, (0, text), published)
    }

    /// Takes a piece of a longer text apart, that begins at the scalar of this number: all spans
    /// are those of the whole.
    pub fn of_piece(
        pack: &'a Pack,
        lang: &'a LangPack,
        (start, text): (usize, &'a str),
        published: Option<jiff::civil::Date>,
    ) -> Self {
        let mut tokens = lang.tongue.tokenize(text);
        for token in tokens.iter_mut().filter(|_| start > 0) {
            token.span = Span::new(token.span.start + start, token.span.end + start);
        }
        let bytes = text.char_indices().step_by(STEP).map(|(i, _)| i).collect();
        let mentions = match lang.tongue {
            Tongue::Arabic => settle(lang, &tokens, mentions(lang, &tokens)),
            Tongue::English => en::settle(lang, &tokens, en::mentions(lang, &tokens)),
        };
        let covered = cover(tokens.len(), mentions.iter().map(|m| &m.at));
        let sentences = match lang.tongue {
            Tongue::Arabic => sentences(&tokens),
            Tongue::English => en::sentences(lang, &tokens),
        };
        let (quantities, dates, clauses) = Default::default();
        let mut doc = Doc {
            pack,
            lang,
            text,
            published,
            tokens,
            mentions,
            cues: Vec::new(),
            covered,
            quantities,
            dates,
            sentences,
            clauses,
            quantified: Vec::new(),
            dated: Vec::new(),
            verbs: Vec::new(),
            quoted: Vec::new(),
            start,
            bytes,
        };
        if doc.is_english() {
            doc.quoted = quoted(&doc.tokens);
            doc.cues = en::cues(lang, &doc.tokens);
        }
        doc.verbs = doc.count_verbs();
        doc.quantities = crate::layers::quantity::find(&doc);
        doc.quantified = cover(doc.tokens.len(), doc.quantities.iter().map(|q| &q.at));
        doc.dates = crate::layers::date::find(&doc);
        crate::layers::date::hours::tell(&mut doc);
        doc.dated = cover(doc.tokens.len(), doc.dates.iter().map(|d| &d.at));
        crate::layers::date::settle(&mut doc);
        doc.verbs = doc.count_verbs();
        doc.clauses = crate::layers::clause::find(&doc);
        doc
    }

    fn count_verbs(&self) -> Vec<u32> {
        let mut starts = vec![0; self.tokens.len() + 1];
        for mention in self.mentions.iter().filter(|m| is_only_verb(self, m)) {
            starts[mention.at.start + 1] = 1;
        }
        let mut before = 0;
        let sum = |n: u32| {
            before += n;
            before
        };
        starts.into_iter().map(sum).collect()
    }

    /// Whether a finite verb that is nothing else begins at one of the tokens from `from` to
    /// before `to`. In constant time.
    pub fn verb_between(&self, from: usize, to: usize) -> bool {
        let last = self.tokens.len();
        from < to && self.verbs[to.min(last)] > self.verbs[from.min(last)]
    }

    /// Number of the scalar at which the text begins.
    pub fn start(&self) -> usize {
        self.start
    }

    /// The token that a scalar belongs to.
    pub fn token_at(&self, scalar: usize) -> Option<usize> {
        let at = self.tokens.partition_point(|t| t.span.end <= scalar);
        self.tokens.get(at).is_some_and(|t| t.span.start <= scalar).then_some(at)
    }

    /// The tokens that share a scalar with a span.
    pub fn tokens_of(&self, span: Span) -> Range<usize> {
        let start = self.tokens.partition_point(|t| t.span.end <= span.start);
        let end = self.tokens.partition_point(|t| t.span.start < span.end);
        start..end.max(start)
    }

    /// Whether the text is English.
    #[inline]
    pub fn is_english(&self) -> bool {
        self.lang.tongue == Tongue::English
    }

    /// The words of a span of the text.
    pub fn slice(&self, span: Span) -> &'a str {
        &self.text[self.byte(span.start)..self.byte(span.end)]
    }

    /// The byte offset of a scalar; behind the last one the length of the text.
    fn byte(&self, scalar: usize) -> usize {
        let scalar = scalar.saturating_sub(self.start);
        let Some(from) = self.bytes.get(scalar / STEP).copied() else { return self.text.len() };
        let rest = &self.text[from..];
        rest.char_indices().nth(scalar % STEP).map_or(self.text.len(), |(i, _)| from + i)
    }

    /// The span of some tokens.
    pub fn span(&self, at: &Range<usize>) -> Span {
        if at.is_empty() {
            return Span::default();
        }
        Span::new(self.tokens[at.start].span.start, self.tokens[at.end - 1].span.end)
    }

    /// The span of some tokens without a conjunction or preposition written in one with the
    /// first: a name begins at its own first letter. `لل` stays, for the article is in it.
    pub fn bare_span(&self, at: &Range<usize>) -> Span {
        let mut span = self.span(at);
        if self.is_english() {
            return span;
        }
        let Some(mention) = self.mention_at(at.start).filter(|m| m.at.start == at.start) else {
            return span;
        };
        let article = self.tokens[at.start].text.contains("لل");
        let clitics = usize::from(mention.conjunction)
            + usize::from(mention.preposition.is_some() && !article);
        span.start += self.clitic_length(span, clitics);
        span
    }

    /// How many scalars the first `letters` letters take with the marks behind them.
    fn clitic_length(&self, span: Span, letters: usize) -> usize {
        let mut left = letters;
        let mut length = 0;
        for c in self.slice(span).chars() {
            let vanishes = crate::fold::fold_char(c).is_none();
            if left == 0 && !(vanishes && length > 0) {
                break;
            }
            left -= usize::from(!vanishes);
            length += 1;
        }
        length.min(span.len().saturating_sub(1))
    }

    /// The words of some tokens as written.
    pub fn words(&self, at: &Range<usize>) -> &'a str {
        self.slice(self.span(at))
    }

    /// The mention that covers a token.
    pub fn mention_at(&self, token: usize) -> Option<&Mention> {
        self.covered.get(token).copied().flatten().map(|i| &self.mentions[i as usize])
    }

    /// Mentions that begin inside the range.
    pub fn mentions_in(&self, at: &Range<usize>) -> impl DoubleEndedIterator<Item = &Mention> {
        let from = self.mentions.partition_point(|m| m.at.start < at.start);
        let to = self.mentions.partition_point(|m| m.at.start < at.end).max(from);
        self.mentions[from..to].iter()
    }

    /// The quantity that covers a token.
    pub fn quantity_at(&self, token: usize) -> Option<&Quantity> {
        let i = self.quantified.get(token).copied().flatten()?;
        self.quantities.get(i as usize)
    }

    /// The date that covers a token.
    pub fn date_at(&self, token: usize) -> Option<&Date> {
        let i = self.dated.get(token).copied().flatten()?;
        self.dates.get(i as usize)
    }

    /// Whether the token is a word of a particle class (`prep`, `subord`, `that` …).
    #[inline]
    pub fn is_particle(&self, token: usize, class: &str) -> bool {
        self.mention_at(token)
            .is_some_and(|m| m.at.start == token && m.lexeme(self.lang, class).is_some())
    }

    /// Whether quotation marks stand open at the token.
    pub fn inside_quotes(&self, at: &Range<usize>, sentence: &Range<usize>) -> bool {
        if self.is_english() {
            return self.quoted.get(at.start).copied().unwrap_or_default();
        }
        let before = &self.tokens[sentence.start..at.start.max(sentence.start)];
        let opened = before.iter().filter(|t| t.is_mark("«“\"")).count();
        let closed = before.iter().filter(|t| t.is_mark("»”")).count();
        let plain = before.iter().filter(|t| t.is_mark("\"")).count();
        (opened - plain > closed) || plain % 2 == 1
    }
}

/// For each token whether quotation marks stand open there; a line break closes them.
fn quoted(tokens: &[Token]) -> Vec<bool> {
    let mut open = false;
    let pass = |t: &Token| {
        let before = open;
        open = match t.kind {
            crate::token::TokenKind::Break => false,
            _ if t.is_mark("\"") => !open,
            _ if t.is_mark("“«") => true,
            _ if t.is_mark("”»") => false,
            _ => open,
        };
        before && open
    };
    tokens.iter().map(pass).collect()
}

/// For each token the number of the range that covers it; of several the first.
fn cover<'r>(
    tokens: usize,
    ranges: impl DoubleEndedIterator<Item = &'r Range<usize>> + ExactSizeIterator,
) -> Vec<Option<u32>> {
    let mut out = vec![None; tokens];
    for (i, range) in ranges.enumerate().rev() {
        out[range.start.min(tokens)..range.end.min(tokens)].fill(Some(i as u32));
    }
    out
}
