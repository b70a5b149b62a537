//! What a request can fail with: a status, a stable code, what to do next.

use hudna::Error;
use serde_json::Value;

/// A failed request. Codes are listed in `docs/api.md` and stay.
#[derive(Debug)]
pub struct Fault {
    /// HTTP status.
    pub status: u16,
    /// Stable code.
    pub code: &'static str,
    /// What happened.
    pub why: Why,
}

/// What happened, to be said in the reader's language.
#[derive(Debug)]
pub enum Why {
    /// A message of the pages, by its id.
    Message(&'static str),
    /// What the engine says.
    Engine(Error),
    /// Somebody else changed the same thing: what the page of the conflict is given.
    Conflict(Box<Value>),
    /// A fault of ours, for the log; people see that there was one.
    Ours(String),
}

/// Seconds after which a server that was busy may have a moment.
const AGAIN: u64 = 5;

impl Fault {
    fn new(status: u16, code: &'static str, why: Why) -> Self {
        Self { status, code, why }
    }

    /// Nothing stands at this address.
    pub fn not_found() -> Self {
        Self::new(404, "not_found", Why::Message("w-core-not-found"))
    }

    /// Nothing has this id.
    pub fn unknown(id: &str, remedy: &'static str) -> Self {
        Error::Unknown { id: id.to_owned(), remedy }.into()
    }

    /// The address is there, but not for this method.
    pub fn method() -> Self {
        Self::new(405, "method_not_allowed", Why::Message("w-core-method"))
    }

    /// The form is too old, or came from elsewhere.
    pub fn csrf() -> Self {
        Self::new(403, "form_expired", Why::Message("w-core-csrf"))
    }

    /// The token does not name the right.
    pub fn scope() -> Self {
        Self::new(403, "token_scope", Why::Message("w-core-scope"))
    }

    /// The request is larger than what is taken.
    pub fn too_large() -> Self {
        Self::new(413, "too_large", Why::Message("w-core-too-large"))
    }

    /// It took too long.
    pub fn timeout() -> Self {
        Self::new(503, "timeout", Why::Message("w-core-timeout"))
    }

    /// Everybody who could answer is at work.
    pub fn busy() -> Self {
        Self::new(503, "busy", Why::Message("w-core-busy"))
    }

    /// After how many seconds it is worth coming again.
    pub fn again(&self) -> Option<u64> {
        match (&self.why, self.code) {
            (Why::Engine(Error::Told(told)), "told-name-locked") => {
                told.args.iter().find(|(name, _)| *name == "seconds")?.1.en.parse().ok()
            }
            (_, "busy" | "timeout") => Some(AGAIN),
            _ => None,
        }
    }

    /// Too many requests.
    pub fn too_many() -> Self {
        Self::new(429, "too_many_requests", Why::Message("w-core-too-many"))
    }

    /// Something in the request cannot be understood.
    pub fn bad(message: &'static str) -> Self {
        Self::new(400, "bad_request", Why::Message(message))
    }

    /// What was known when the form was made is no longer so.
    pub fn conflict(page: Value) -> Self {
        Self::new(409, "conflict", Why::Conflict(Box::new(page)))
    }

    /// `If-Match` does not fit.
    pub fn precondition() -> Self {
        Self::new(412, "version_mismatch", Why::Message("w-core-version"))
    }

    /// A fault of ours.
    pub fn ours(what: impl ToString) -> Self {
        Self::new(500, "internal", Why::Ours(what.to_string()))
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        let (status, code) = match &error {
            Error::Unknown { .. } => (404, error.code()),
            Error::Told(told) if told.id == "told-not-signed-in" => (401, told.id),
            Error::Told(told) if told.id == "told-not-let-in" => (401, told.id),
            Error::Told(told) if told.id == "told-name-locked" => (429, told.id),
            Error::Told(told) if told.id == "told-closed" => (503, told.id),
            Error::Told(told) if told.right => (403, told.id),
            Error::Told(told) if told.id == "told-already" => (409, told.id),
            Error::Told(_) | Error::Usage(_) | Error::Input { .. } | Error::File { .. } => {
                (422, error.code())
            }
            Error::Taken { .. } => (409, error.code()),
            Error::Data(_) | Error::Damaged { .. } | Error::Database(_) | Error::Store(_) => {
                (500, error.code())
            }
        };
        Self::new(status, code, Why::Engine(error))
    }
}

impl From<minijinja::Error> for Fault {
    fn from(error: minijinja::Error) -> Self {
        Fault::ours(format!("{error:#}"))
    }
}
