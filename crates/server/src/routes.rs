//! Every address there is, and the right that it needs. A route without a right does not compile.

use hudna::rights::Right;

use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
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
    /// It takes files: bodies up to the server's limit, not only [`SMALL`].
    pub files: bool,
}

/// Largest body of a route that takes no files, in bytes.
pub const SMALL: usize = 1 << 20;

impl Route {
    /// A page.
    pub const fn get(path: &'static str, right: Right, run: Handler) -> Self {
        let access = Access::Right(right);
        Self { method: "GET", path, access, run, doc: None, files: false }
    }

    /// A form.
    pub const fn post(path: &'static str, right: Right, run: Handler) -> Self {
        let access = Access::Right(right);
        Self { method: "POST", path, access, run, doc: None, files: false }
    }

    /// Something that is open to anybody.
    pub const fn open(method: &'static str, path: &'static str, run: Handler) -> Self {
        Self { method, path, access: Access::Open, run, doc: None, files: false }
    }

    /// The same for files.
    pub const fn with_files(self) -> Self {
        Self { files: true, ..self }
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
