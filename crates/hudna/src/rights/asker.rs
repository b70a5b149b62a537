//! Somebody who asks for something.

use hudna_model::{Bilingual, Case, CaseStep, Level};

use super::{Mode, Right, Role, may};
use crate::error::{Error, Result, Told};

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asker {
    /// Id of the person, `P-…`; none for the public and for guests.
    pub person: Option<String>,
    /// The name under which is entered; empty for the public.
    pub name: String,
    /// Role.
    pub role: Role,
    /// Ids of a monitor's areas.
    pub areas: Vec<String>,
    /// Id of the party that is spoken for, or whose key is held.
    pub party: Option<String>,
    /// A guest of an example, without an account.
    pub guest: bool,
}

impl Asker {
    /// Somebody who has not signed in.
    pub fn public() -> Asker {
        let (name, areas) = (String::new(), Vec::new());
        Asker { person: None, name, role: Role::Public, areas, party: None, guest: false }
    }

    /// A guest analyst of an example.
    pub fn guest(name: impl Into<String>) -> Asker {
        Asker { name: name.into(), role: Role::Analyst, guest: true, ..Asker::public() }
    }

    /// Whether the asker's role has the right.
    pub fn may(&self, right: Right) -> bool {
        may(self.role, right)
    }

    /// Whether the asker may do this now.
    ///
    /// # Errors
    /// `told-not-signed-in`, `told-no-right`, `told-read-only`, `told-closed`.
    pub fn ask(&self, right: Right, mode: Mode) -> Result<()> {
        // What an administrator needs to open the house again is never closed.
        let lever = self.role == Role::Administrator
            && matches!(right, Right::Mode | Right::Rights | Right::SeePeople | Right::SeeLedger);
        match (self.may(right), mode) {
            (_, Mode::Closed) if !lever => Err(refused("told-closed", Vec::new())),
            (false, _) if self.role == Role::Public => {
                Err(refused("told-not-signed-in", Vec::new()))
            }
            (false, _) => Err(self.lacks(right)),
            (true, Mode::ReadOnly) if right.writes() && !lever => {
                Err(refused("told-read-only", Vec::new()))
            }
            (true, _) => Ok(()),
        }
    }

    /// Whether the asker may take this step of a case now: a party replies for itself alone, and a
    /// co-chair's key is turned by that co-chair alone.
    ///
    /// # Errors
    /// As [`Asker::ask`]; and `told-not-yours` for what is another's.
    pub fn ask_step(&self, step: &CaseStep, mode: Mode) -> Result<()> {
        self.ask(step_right(step), mode)?;
        let whose = match step {
            CaseStep::Replied { party, .. } | CaseStep::Answered { party, .. } => Some(party),
            CaseStep::Found { key, .. } | CaseStep::Seconded { key } => key.as_ref(),
            CaseStep::Dissented { key } => Some(key),
            _ => None,
        };
        match whose {
            Some(other) if self.party.as_ref() != Some(other) => {
                Err(refused("told-not-yours", vec![("party", other)]))
            }
            _ => Ok(()),
        }
    }

    /// Whether the asker sees what is of this area; a monitor those of their own alone, and nothing
    /// that is of no area.
    pub fn sees_area(&self, area: Option<&str>) -> bool {
        let own = || area.is_some_and(|area| self.areas.iter().any(|a| a == area));
        self.role != Role::Monitor || own()
    }

    /// Whether the asker sees the case: a party those that name it, the public those whose finding
    /// is public.
    pub fn sees_case(&self, case: &Case) -> bool {
        match self.role {
            Role::Public => case.published == Some(Level::Public),
            Role::Party => self.party.as_ref().is_some_and(|party| names(case, party)),
            _ => self.may(Right::SeeCases),
        }
    }

    fn lacks(&self, right: Right) -> Error {
        refused("told-no-right", vec![("right", right.name()), ("role", self.role.name())])
    }
}

/// Whether a case names a party: told of the allegation or heard, or found against.
fn names(case: &Case, party: &str) -> bool {
    let found = case.finding.iter().chain(&case.former_findings).flat_map(|f| &f.against);
    case.parties.iter().map(|p| &p.party).chain(found).any(|p| p == party)
}

/// The right that a step of a case takes.
pub fn step_right(step: &CaseStep) -> Right {
    match step {
        CaseStep::Opened { .. }
        | CaseStep::Notified { .. }
        | CaseStep::Tasked { .. }
        | CaseStep::Reported { .. }
        | CaseStep::Drafted
        | CaseStep::Action { .. }
        | CaseStep::Remedied { .. }
        | CaseStep::Reopened => Right::Case,
        CaseStep::Replied { .. } | CaseStep::Answered { .. } => Right::Reply,
        CaseStep::Committee
        | CaseStep::Board
        | CaseStep::Found { .. }
        | CaseStep::Seconded { .. }
        | CaseStep::Dissented { .. }
        | CaseStep::Published { .. }
        | CaseStep::Expunged => Right::Finding,
    }
}

/// The message of this id, for somebody who has no right to something; others would have.
fn refused(id: &'static str, args: Vec<(&'static str, &str)>) -> Error {
    let args = args.into_iter().map(|(name, text)| (name, Bilingual::new(text, text))).collect();
    Error::Told(Box::new(Told { id, args, right: true }))
}
