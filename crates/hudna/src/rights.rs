//! The one place where rights are decided: who may do what, in which mode.
//!
//! Whoever serves people asks here ([`Asker::ask`]) and decides nothing of its own. What the public
//! sees is [`public`]; sealed identities are nobody's by these rights.

mod asker;
pub mod public;
mod scope;

use serde::{Deserialize, Serialize};

pub use asker::{Asker, step_right};
pub use scope::{needs, report_areas};

macro_rules! names {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// As it is written in entries, settings and addresses.
            pub fn name(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The value of this name, if there is one.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.name())
            }
        }
    };
}

names! {
    /// What somebody is here.
    Role {
        /// Anybody.
        Public = "public",
        /// Watches and codes in areas of their own.
        Monitor = "monitor",
        /// Decides what was told and what happened.
        Analyst = "analyst",
        /// An analyst who holds the second key.
        Reviewer = "reviewer",
        /// Speaks for a party of the agreement.
        Party = "party",
        /// Sits on the board, with a key of its own.
        CoChair = "co_chair",
        /// Of the envoy's office: carries the brief into the room.
        Envoy = "envoy",
        /// Keeps the identities of sources.
        Keeper = "keeper",
        /// Runs the installation.
        Administrator = "administrator",
    }
}

names! {
    /// What somebody may see or do.
    Right {
        /// What is public: [`public::view`].
        SeePublic = "see_public",
        /// Areas, the map, follow-ups, agreements, places and parties.
        SeeAreas = "see_areas",
        /// Incidents with their claims.
        SeeIncidents = "see_incidents",
        /// Reports with their texts.
        SeeReports = "see_reports",
        /// Cases ([`Asker::sees_case`] says which).
        SeeCases = "see_cases",
        /// Briefs.
        SeeBriefs = "see_briefs",
        /// Sources with their grades.
        SeeSources = "see_sources",
        /// The ledger's entries and proofs.
        SeeLedger = "see_ledger",
        /// People and roles.
        SeePeople = "see_people",
        /// Hand reports, nil returns and counts in.
        Submit = "submit",
        /// Add, mend, confirm and refuse claims.
        Code = "code",
        /// Say how incidents stand to one another, and what was found of one.
        Merge = "merge",
        /// Grade sources.
        Grade = "grade",
        /// Change promises on the board.
        FollowUp = "follow_up",
        /// Ask and answer questions.
        Ask = "ask",
        /// Take the steps of a case up to its draft.
        Case = "case",
        /// Make, second, dissent from and publish a finding.
        Finding = "finding",
        /// Reply for a party, and say how it stands to a finding.
        Reply = "reply",
        /// Add places, parties and names.
        Names = "names",
        /// Compose briefs.
        Compose = "compose",
        /// Freeze a brief.
        Freeze = "freeze",
        /// Take tables and annotated reports away.
        Export = "export",
        /// Make people and give roles.
        Rights = "rights",
        /// Set the mode.
        Mode = "mode",
        /// Own settings, searches and tokens.
        Own = "own",
    }
}

names! {
    /// What is open at all.
    Mode {
        /// Everything that rights give.
        Normal = "normal",
        /// Nothing is entered.
        ReadOnly = "read_only",
        /// Nobody but an administrator is let in.
        Closed = "closed",
    }
}

impl Right {
    /// Whether it enters something into the ledger. Sessions, settings and searches are no entries.
    pub fn writes(self) -> bool {
        match self {
            Right::SeePublic
            | Right::SeeAreas
            | Right::SeeIncidents
            | Right::SeeReports
            | Right::SeeCases
            | Right::SeeBriefs
            | Right::SeeSources
            | Right::SeeLedger
            | Right::SeePeople
            | Right::Compose
            | Right::Export
            | Right::Own => false,
            Right::Submit
            | Right::Code
            | Right::Merge
            | Right::Grade
            | Right::FollowUp
            | Right::Ask
            | Right::Case
            | Right::Finding
            | Right::Reply
            | Right::Names
            | Right::Freeze
            | Right::Rights
            | Right::Mode => true,
        }
    }
}

/// Everything but what is sealed.
const SEES: &[Right] = &[
    Right::SeePublic,
    Right::SeeAreas,
    Right::SeeIncidents,
    Right::SeeReports,
    Right::SeeCases,
    Right::SeeBriefs,
    Right::SeeSources,
    Right::SeeLedger,
    Right::SeePeople,
];

/// What an analyst does: decides merges, grades and statuses (a case's steps up to its draft,
/// questions, names among them), follows up, composes briefs.
const ANALYSES: &[Right] = &[
    Right::Submit,
    Right::Code,
    Right::Merge,
    Right::Grade,
    Right::FollowUp,
    Right::Ask,
    Right::Case,
    Right::Names,
    Right::Compose,
    Right::Export,
    Right::Own,
];

/// A row of the table: what a role sees, what it does, and what else.
fn row(role: Role) -> [&'static [Right]; 3] {
    use Right::*;
    match role {
        // Public items alone: rounded, late, without words and names.
        Role::Public => [&[SeePublic], &[], &[]],
        // Own areas' reports and incidents (`Asker::sees_area`); submits, codes, mends claims.
        Role::Monitor => {
            [&[SeePublic, SeeAreas, SeeIncidents, SeeReports], &[Submit, Code], &[Own]]
        }
        Role::Analyst => [SEES, ANALYSES, &[]],
        // As an analyst; the second key of a finding; freezes a brief.
        Role::Reviewer => [SEES, ANALYSES, &[Finding, Freeze]],
        // Cases that name it with their findings (`Asker::sees_case`), the ledger; replies,
        // accepts, reserves, rejects.
        Role::Party => [&[SeePublic, SeeCases, SeeLedger], &[Reply], &[Own]],
        // The board's findings, each with one key.
        Role::CoChair => [SEES, &[Finding], &[Own]],
        // Areas, follow-ups, briefs; follow-ups, composes, freezes.
        Role::Envoy => [&[SeePublic, SeeAreas, SeeBriefs], &[FollowUp, Compose, Freeze], &[Own]],
        // Sources; sealing, releasing and expunging identities is no right of this table.
        Role::Keeper => [&[SeePublic, SeeSources], &[], &[Own]],
        // People, keys, settings, the ledger; gives roles and sets modes. Neither reports nor
        // sealed identities: who runs the machine does not judge.
        Role::Administrator => [&[SeePublic, SeeLedger, SeePeople], &[Rights, Mode], &[Own]],
    }
}

/// The rights of a role.
pub fn rights(role: Role) -> impl Iterator<Item = Right> {
    row(role).into_iter().flatten().copied()
}

/// Whether a role has a right.
pub fn may(role: Role, right: Right) -> bool {
    row(role).iter().any(|part| part.contains(&right))
}

#[cfg(test)]
mod tests;
