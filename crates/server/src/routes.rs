//! Every address there is, and the right that it needs. A route without a right does not compile.

use hudna::rights::Right;

use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::workers::Work;
use crate::{api, assets, counted, pages};

/// What answers a request.
pub type Handler = fn(&Ctx<'_>) -> Result<Reply, Fault>;

/// Who is let in to a route.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Anybody, in every mode: signing in, styles, whether the server lives.
    Open,
    /// Whoever has the right.
    Right(Right),
}

/// What programs are told of a route.
#[derive(Debug, Clone, Copy)]
pub struct Doc {
    /// `operationId` in the OpenAPI document, and the anchor of its reader.
    pub id: &'static str,
    /// Group under which the reader shows it.
    pub group: &'static str,
    /// Id of the message that says in a line what it does.
    pub summary: &'static str,
    /// Parameters of the query: name, type, and the values of a closed list with blanks between;
    /// those of lists that the engine searches are the engine's own.
    pub query: &'static [(&'static str, &'static str, &'static str)],
    /// Fields of the body: name, type, and the values of a closed list; a name that ends in `?` may
    /// be left out.
    pub body: &'static [(&'static str, &'static str, &'static str)],
    /// Media type of the answer.
    pub answer: &'static str,
}

/// One address and method.
#[derive(Debug, Clone, Copy)]
pub struct Route {
    /// `GET`, `POST`, `PUT`, `DELETE`; `GET` answers `HEAD`, too.
    pub method: &'static str,
    /// Path, with names in braces for its parts.
    pub path: &'static str,
    /// Who is let in.
    pub access: Access,
    /// What answers.
    pub run: Handler,
    /// For programs.
    pub doc: Option<Doc>,
    /// Largest body, in bytes; nothing of it is read before the right was asked.
    pub most: usize,
}

/// Largest body of a route that takes no files, in bytes.
pub const SMALL: usize = 1 << 20;
/// Largest body that a stranger sends: a name and a password.
pub const TINY: usize = 16 << 10;
/// As much as the server takes at all.
const WHOLE: usize = usize::MAX;

impl Route {
    /// A page.
    pub const fn get(path: &'static str, right: Right, run: Handler) -> Self {
        let access = Access::Right(right);
        Self { method: "GET", path, access, run, doc: None, most: SMALL }
    }

    /// A form.
    pub const fn post(path: &'static str, right: Right, run: Handler) -> Self {
        let access = Access::Right(right);
        Self { method: "POST", path, access, run, doc: None, most: SMALL }
    }

    /// Something that is open to anybody.
    pub const fn open(method: &'static str, path: &'static str, run: Handler) -> Self {
        Self { method, path, access: Access::Open, run, doc: None, most: TINY }
    }

    /// The same for files, up to the server's limit.
    pub const fn with_files(self) -> Self {
        Self { most: WHOLE, ..self }
    }

    /// The same for bodies up to so many bytes.
    pub const fn up_to(self, most: usize) -> Self {
        Self { most, ..self }
    }

    /// Largest body where the server takes no more than `whole`, in bytes.
    pub fn limit(&self, whole: usize) -> usize {
        if self.most > SMALL { self.most.min(whole.max(SMALL)) } else { self.most }
    }

    /// What it is, as far as places among the workers go.
    pub fn work(&self) -> Work {
        match self.access {
            Access::Open if counted::ROUTES.iter().any(|r| r.path == self.path) => Work::Watch,
            Access::Open if self.method != "GET" => Work::Door,
            _ if self.method == "GET" => Work::Read,
            _ => Work::Write,
        }
    }

    /// The same with another method.
    pub const fn method(self, method: &'static str) -> Self {
        Self { method, ..self }
    }

    /// The same with what programs are told.
    pub const fn told(self, doc: Doc) -> Self {
        Self { doc: Some(doc), ..self }
    }
}

/// Every route.
pub fn all() -> Vec<Route> {
    [pages::routes(), api::routes(), assets::ROUTES.to_vec(), counted::ROUTES.to_vec()].concat()
}
