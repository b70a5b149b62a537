//! Who is let in, before anything of a request's body is read.

use crate::ask::Ask;
use crate::desk::{Ctx, Desk, FORM, Raw};
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::{Access, Route};

impl Desk {
    /// Says by the head of a request how much of its body may be read, or why nothing of it is.
    ///
    /// # Errors
    /// The answer to who is not let in.
    pub fn admit(&self, routes: &[Route], head: Raw) -> Result<usize, Reply> {
        let local = head.local;
        let plain = |fault: Fault| Reply::new(fault.status, "text/plain", fault.code);
        let (ask, _) = self.know(head).map_err(plain)?;
        self.admitted(routes, &ask, local).map_err(|fault| self.failed(&ask, fault, local))
    }

    fn admitted(&self, routes: &[Route], ask: &Ask, local: bool) -> Result<usize, Fault> {
        let route = self.route(routes, &ask.method)?;
        if let Access::Right(right) = route.access {
            Ctx { desk: self, ask, snap: self.live.now(), local }.let_in(right)?;
        }
        if ask.token.is_none() {
            self.may_be_ours(ask)?;
        }
        let limit = route.limit(self.config.max_body);
        let told = ask.header("content-length").and_then(|n| n.parse::<usize>().ok());
        if told.is_some_and(|n| n > limit) { Err(Fault::too_large()) } else { Ok(limit) }
    }

    /// What [`Desk::same_form`] asks, as far as the head of a request answers it: a form may hold
    /// its token in the body, anything else has it in a header.
    fn may_be_ours(&self, ask: &Ask) -> Result<(), Fault> {
        let kind = ask.header("content-type").unwrap_or_default();
        let forms = ["application/x-www-form-urlencoded", "multipart/form-data"];
        let form = forms.iter().any(|form| kind.starts_with(form));
        let told = ask.header("x-csrf-token").or_else(|| ask.header("x-csrf"));
        match told {
            None if !form => Err(Fault::csrf()),
            // Who was never given a form has none to send back.
            None if ask.session.is_none() && ask.cookie(FORM).is_none() => Err(Fault::csrf()),
            None if other_site(ask) => Err(Fault::csrf()),
            None => Ok(()),
            Some(_) => self.same_form(ask),
        }
    }

    /// A form must come from a page of ours: it sends back what only that page was told.
    pub(crate) fn same_form(&self, ask: &Ask) -> Result<(), Fault> {
        let header = || ask.header("x-csrf-token").or_else(|| ask.header("x-csrf"));
        let told = ask.field("csrf").or_else(header);
        let fits = told.is_some_and(|t| same(t.as_bytes(), ask.csrf.as_bytes()));
        if fits && !other_site(ask) && !ask.csrf.is_empty() { Ok(()) } else { Err(Fault::csrf()) }
    }
}

/// Whether the browser says that a page of another site sent it.
fn other_site(ask: &Ask) -> bool {
    ask.header("sec-fetch-site").is_some_and(|s| s == "cross-site")
}

/// Equal, in a time that does not tell where they differ.
fn same(a: &[u8], b: &[u8]) -> bool {
    a.len() == b.len() && a.iter().zip(b).fold(0, |d, (x, y)| d | (x ^ y)) == 0
}
