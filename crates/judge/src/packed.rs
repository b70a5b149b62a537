//! Tellings in few bytes, as long as nobody asks for them.
//!
//! Numbers stand with seven bits a byte, the lowest first (LEB128); lists and texts begin with their
//! length. Claims come first, so that they can be read alone.

use hudna_model::{Act, Outcome};

use crate::days::Days;
use crate::telling::{Telling, Where, Who};

/// A telling as bytes; [`unpack`] gives it back.
pub(crate) fn pack(telling: &Telling) -> Box<[u8]> {
    let mut out = Writer(Vec::with_capacity(128));
    out.list(&telling.claims, |o, claim| o.text(claim));
    out.text(&telling.report);
    out.list(&telling.acts, |o, act| o.number(place_in(Act::ALL, act)));
    out.place(&telling.place);
    out.number(u64::from(telling.certain) | u64::from(telling.dated) << 1);
    out.day(telling.days.first);
    out.day(telling.days.last);
    out.list(&telling.actors, Writer::who);
    out.list(&telling.targets, Writer::who);
    out.list(&telling.target_words, |o, word| o.text(word));
    out.list(&telling.figures, |o, (outcome, (low, high))| {
        o.number(place_in(Outcome::ALL, outcome));
        o.number(u64::from(*low));
        o.number(u64::from(*high));
    });
    out.list(&telling.voices, |o, voice| {
        o.number(u64::from(voice.is_some()));
        voice.iter().for_each(|who| o.who(who));
    });
    out.number(telling.words as u64);
    out.list(&telling.sayings, |o, saying| o.0.extend(saying.to_le_bytes()));
    out.0.into_boxed_slice()
}

/// The telling that was packed into these bytes.
pub(crate) fn unpack(bytes: &[u8]) -> Telling {
    let mut from = Reader(bytes);
    let (claims, report) = (from.list(Reader::text), from.text());
    let acts = from.list(|r| Act::ALL[r.number() as usize]);
    let place = from.place();
    let flags = from.number();
    Telling {
        claims,
        report,
        acts,
        place,
        certain: flags & 1 != 0,
        dated: flags & 2 != 0,
        days: Days { first: from.day(), last: from.day() },
        actors: from.list(Reader::who),
        targets: from.list(Reader::who),
        target_words: from.list(Reader::text),
        figures: from.list(|r| {
            let outcome = Outcome::ALL[r.number() as usize];
            (outcome, (r.number() as u32, r.number() as u32))
        }),
        voices: from.list(|r| (r.number() == 1).then(|| r.who())),
        words: from.number() as usize,
        sayings: from.list(|r| u64::from_le_bytes(r.take(8).try_into().expect("eight bytes"))),
    }
}

/// The claims alone.
pub(crate) fn claims(bytes: &[u8]) -> Vec<String> {
    Reader(bytes).list(Reader::text)
}

fn place_in<T: PartialEq>(all: &[T], item: &T) -> u64 {
    all.iter().position(|x| x == item).expect("ALL holds every value") as u64
}

struct Writer(Vec<u8>);

impl Writer {
    fn number(&mut self, mut n: u64) {
        while n >= 0x80 {
            self.0.push(n as u8 | 0x80);
            n >>= 7;
        }
        self.0.push(n as u8);
    }

    /// Days before 1970 are negative: the sign goes into the lowest bit.
    fn day(&mut self, day: i32) {
        self.number(u64::from((day << 1 ^ day >> 31) as u32));
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.0.extend(text.as_bytes());
    }

    fn list<T>(&mut self, items: &[T], mut one: impl FnMut(&mut Self, &T)) {
        self.number(items.len() as u64);
        items.iter().for_each(|item| one(self, item));
    }

    fn who(&mut self, who: &Who) {
        let (kind, text) = match who {
            Who::Party(id) => (0, id),
            Who::Words(words) => (1, words),
        };
        self.number(kind);
        self.text(text);
    }

    fn place(&mut self, place: &Where) {
        let (kind, text) = match place {
            Where::Untold => (0, ""),
            Where::Known(id) => (1, id.as_str()),
            Where::Unknown(words) => (2, words.as_str()),
        };
        self.number(kind);
        self.text(text);
    }
}

struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, n: usize) -> &'b [u8] {
        let (taken, rest) = self.0.split_at(n);
        self.0 = rest;
        taken
    }

    fn number(&mut self) -> u64 {
        let (mut n, mut shift) = (0, 0);
        loop {
            let byte = self.take(1)[0];
            n |= u64::from(byte & 0x7f) << shift;
            shift += 7;
            if byte & 0x80 == 0 {
                return n;
            }
        }
    }

    fn day(&mut self) -> i32 {
        let n = self.number() as u32;
        (n >> 1) as i32 ^ -((n & 1) as i32)
    }

    fn text(&mut self) -> String {
        let n = self.number() as usize;
        String::from_utf8(self.take(n).to_vec()).expect("a text was packed")
    }

    fn list<T>(&mut self, mut one: impl FnMut(&mut Self) -> T) -> Vec<T> {
        let n = self.number();
        (0..n).map(|_| one(self)).collect()
    }

    fn who(&mut self) -> Who {
        let kind = self.number();
        let text = self.text();
        if kind == 0 { Who::Party(text) } else { Who::Words(text) }
    }

    fn place(&mut self) -> Where {
        let kind = self.number();
        let text = self.text();
        match kind {
            0 => Where::Untold,
            1 => Where::Known(text),
            _ => Where::Unknown(text),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(telling: &Telling) {
        let bytes = pack(telling);
        assert_eq!(&unpack(&bytes), telling);
        assert_eq!(claims(&bytes), telling.claims);
    }

    #[test]
    fn what_is_packed_comes_out_as_it_was() {
        let names = || vec![Who::Party("army".to_owned()), Who::Words("قوات مجهولة".to_owned())];
        let mut telling = Telling {
            claims: vec!["c1".to_owned(), "c2".to_owned()],
            report: "r".repeat(300),
            acts: Act::ALL.to_vec(),
            place: Where::Known("sy-aleppo".to_owned()),
            certain: true,
            days: Days { first: -400, last: 20_000 },
            dated: false,
            actors: names(),
            targets: vec![],
            target_words: vec!["مدرسة".to_owned()],
            figures: Outcome::ALL.iter().map(|o| (*o, (0, u32::MAX))).collect(),
            voices: vec![None, Some(names()[1].clone())],
            words: 12,
            sayings: vec![0, u64::MAX],
        };
        check(&telling);
        telling.place = Where::Unknown("تل كذا".to_owned());
        (telling.certain, telling.dated) = (false, true);
        check(&telling);
        telling.place = Where::Untold;
        check(&telling);
    }
}
