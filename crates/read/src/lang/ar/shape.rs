//! What the letters of a verb show: its form (I to X), and how its stem ends.

use super::{but_last, split_last};

/// Form of a verb. I and II are written alike; II is told by its verbal noun or participle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// قتل, and II where nothing tells it.
    I,
    /// دمّر.
    II,
    /// هاجم.
    III,
    /// أعلن.
    IV,
    /// تعهد and the quadriliteral تدهور.
    V,
    /// تبادل.
    VI,
    /// انسحب, اقتحم, احمر.
    VII,
    /// استهدف.
    X,
    /// سيطر.
    Quad,
}

/// How a stem ends, as far as its forms differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    /// قصف.
    Sound,
    /// قال, يقول: a long vowel before the last letter.
    Hollow,
    /// شن, احتل: the last letter is doubled.
    Geminate,
    /// دعا, يدعو.
    Waw,
    /// رمى, يرمي.
    Ya,
    /// بقي, يبقى.
    Kept,
    /// بدأ.
    Hamza,
    /// جاء.
    BareHamza,
}

impl Ending {
    /// The ending of a perfect as written.
    pub fn of(past: &str) -> Self {
        let letters: Vec<char> = past.chars().collect();
        match letters[..] {
            [.., _, _, 'ا'] => Ending::Waw,
            [.., _, _, 'ى'] => Ending::Ya,
            [.., _, _, 'ي'] => Ending::Kept,
            [.., 'أ'] => Ending::Hamza,
            [.., 'ء'] => Ending::BareHamza,
            // "تبادل" has its alif farther in; "حاج" is as good as hollow.
            [.., _, 'ا', _] => Ending::Hollow,
            [_, _] | ['ا', 'ن', _, _] | ['ا', _, 'ت' | 'ط' | 'د', _] => Ending::Geminate,
            _ => Ending::Sound,
        }
    }

    /// The ending of an imperfect without its prefix, of a perfect that ends so: the long vowel
    /// of "يصور" is a consonant, for that of "صور" is one.
    pub fn of_present(rest: &str, past: Ending) -> Self {
        let mut letters = rest.chars().rev();
        let (last, inner, outer) = (letters.next(), letters.next(), letters.next());
        match (last, inner, outer) {
            (Some('و'), Some(_), _) if past != Ending::Sound => Ending::Waw,
            (Some('ي'), Some(_), _) => Ending::Ya,
            (Some('ى'), ..) => Ending::Kept,
            (_, Some('و' | 'ي' | 'ا'), Some(_)) if past == Ending::Hollow => Ending::Hollow,
            _ if past == Ending::Geminate => Ending::Geminate,
            _ => Ending::Sound,
        }
    }
}

/// A verb's perfect with what its letters show.
#[derive(Debug, Clone)]
pub struct Shape {
    /// As written, without diacritics.
    pub past: String,
    /// Its form.
    pub form: Form,
    /// How it ends.
    pub ending: Ending,
}

impl Shape {
    /// The shape of a perfect; the imperfect tells "أعلن" from "أخذ" and "أصر" from "أكد".
    pub fn of(past: &str, present: Option<&str>) -> Self {
        let letters: Vec<char> = past.chars().collect();
        let hamza = |p: &str| p.chars().nth(1).is_some_and(|c| "أؤئا".contains(c));
        let falls = present.map_or(letters.len() > 3, |p| !hamza(p));
        let form = match letters[..] {
            ['ا', 'س', 'ت', _, _, ..] => Form::X,
            ['ت', _, 'ا', _, ..] => Form::VI,
            ['ت', _, _, _, ..] => Form::V,
            ['أ', _, _, ..] if falls => Form::IV,
            ['ا', _, _, _, ..] => Form::VII,
            [_, 'ا', _, _] => Form::III,
            [_, _, _, _] => Form::Quad,
            _ => Form::I,
        };
        let doubled = match letters[..] {
            ['أ', _, _] => form == Form::IV,
            ['ا', 'س', 'ت', _, _] => true,
            _ => false,
        };
        let ending = match Ending::of(past) {
            Ending::Sound if doubled => Ending::Geminate,
            ending => ending,
        };
        Shape { past: past.to_owned(), form, ending }
    }

    /// The same as form II.
    pub fn second(self) -> Self {
        Shape { form: Form::II, ..self }
    }

    /// The imperfect where the perfect tells it; of form I only a guess at the sound.
    pub fn present(&self) -> Option<String> {
        let past = self.past.as_str();
        let tail = &past[past.chars().next().map_or(0, char::len_utf8)..];
        let stem = match self.form {
            Form::I if self.ending != Ending::Sound => return None,
            Form::I if past.starts_with('و') => tail,
            Form::IV | Form::VII | Form::X => tail,
            _ => past,
        };
        let (front, last) = split_last(stem);
        let stem = match (self.form, self.ending) {
            (Form::IV | Form::X, Ending::Hollow) => format!("{}ي{last}", but_last(front)),
            (Form::V | Form::VI, _) => stem.to_owned(),
            (_, Ending::Ya | Ending::Waw) => format!("{front}ي"),
            (_, Ending::Hamza) => format!("{front}ئ"),
            _ => stem.to_owned(),
        };
        Some(format!("ي{stem}"))
    }

    /// The passive perfect where its letters differ, and whether nothing else is likely to be
    /// written like it.
    pub fn passive_past(&self) -> Option<(String, bool)> {
        let (front, last) = split_last(&self.past);
        let hollow = || format!("{}ي{last}", but_last(front));
        match (self.form, self.ending) {
            (Form::I, Ending::Hollow) => Some((hollow(), false)),
            (Form::IV | Form::VII | Form::X, Ending::Hollow) => Some((hollow(), true)),
            (Form::I, Ending::Waw) => Some((format!("{front}ي"), false)),
            (Form::III | Form::VI, _) => Some((self.past.replacen('ا', "و", 1), true)),
            _ => None,
        }
    }
}
