//! Morphology by language. A new language needs a module here only for new morphology.

pub mod ar;
pub mod en;

/// A language that has a reader of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tongue {
    /// Arabic, and whatever has no code of its own.
    #[default]
    Arabic,
    /// English.
    English,
}

impl Tongue {
    /// The language of this code.
    pub fn of(code: &str) -> Self {
        if code == "en" { Tongue::English } else { Tongue::Arabic }
    }

    /// A form as the index holds it: as the words of a text are looked up.
    pub fn fold(self, text: &str) -> String {
        match self {
            Tongue::Arabic => crate::fold::fold(text),
            Tongue::English => en::fold(text),
        }
    }

    /// A text in tokens.
    pub fn tokenize(self, text: &str) -> Vec<crate::token::Token> {
        match self {
            Tongue::Arabic => crate::token::tokenize(text),
            Tongue::English => en::tokenize(text),
        }
    }
}
