//! How a reader checks the brief without trusting whoever wrote it.

use hudna_model::Bilingual;

use crate::brief::{CiteKind, Cites};
use crate::say::{Line, Speaker};

/// Commands as they are typed: not words of a language.
const COMMANDS: [(&str, &str); 3] =
    [("k-why", "hudna why"), ("k-verify", "hudna verify"), ("k-sha", "sha256sum")];

pub(super) fn lines(speaker: &Speaker<'_>) -> Vec<Line> {
    let head = &speaker.situation.head;
    let cites = Cites::one(speaker.cite(CiteKind::Ledger, &format!("{}", head.size)));
    let line =
        |clauses: Vec<Bilingual>| Line { text: speaker.clauses(clauses), cites: cites.clone() };
    let args = [("size", head.size.into()), ("root", head.root.as_str().into())];
    let mut written = vec![speaker.say("k-head", &args)];
    if !head.key.is_empty() {
        written.push(speaker.say("k-key", &[("key", head.key.as_str().into())]));
    }
    let how = COMMANDS.map(|(id, command)| speaker.say(id, &[("command", command.into())]));
    let how = speaker.paragraph(speaker.say("k-how", &[]), how.into());
    vec![line(written), Line { text: how, cites: cites.clone() }]
}
