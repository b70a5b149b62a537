//! People and roles, and what is taken away, as they are typed.

use std::path::PathBuf;

use clap::{Args, Subcommand};
use hudna::rights::{Mode, Right, Role};

/// Who gives rights, and why.
#[derive(Args)]
pub struct Giving {
    /// Why, in a sentence
    #[arg(long, value_name = "TEXT", visible_alias = "because")]
    pub why: String,
    /// Who gives them (else HUDNA_BY, else the name of the login)
    #[arg(long, value_name = "NAME")]
    pub by: Option<String>,
}

/// What a role is for.
#[derive(Args)]
pub struct Scope {
    /// Place id of an area of a monitor; may be repeated
    #[arg(long = "area", value_name = "ID")]
    pub areas: Vec<String>,
    /// Id of the party that is spoken for, or whose key is held
    #[arg(long, value_name = "ID")]
    pub party: Option<String>,
}

/// People, who may do what, and how they come in.
#[derive(Subcommand)]
pub enum PeopleCommand {
    /// Everybody, with their role, and the mode
    List,
    /// Set what is open at all: the same entry as that of the page
    Mode {
        /// normal, read-only (nothing is entered) or closed (administrators alone)
        #[arg(value_parser = mode)]
        mode: Mode,
        /// Who, why
        #[command(flatten)]
        giving: Giving,
    },
    /// Add a person; prints the link by which they set their password
    Add {
        /// The name under which they enter
        name: String,
        /// Their role: monitor, analyst, reviewer, party, co-chair, envoy, keeper, administrator
        #[arg(long, value_parser = role)]
        role: Role,
        /// What it is for
        #[command(flatten)]
        scope: Scope,
        /// Who, why
        #[command(flatten)]
        giving: Giving,
    },
    /// Give a person another role
    Role {
        /// Id or name
        person: String,
        /// The role
        #[arg(value_parser = role)]
        role: Role,
        /// What it is for
        #[command(flatten)]
        scope: Scope,
        /// Who, why
        #[command(flatten)]
        giving: Giving,
    },
    /// Let a person in no more; sessions, tokens and links end
    Close {
        /// Id or name
        person: String,
        /// Who, why
        #[command(flatten)]
        giving: Giving,
    },
    /// Another link by which a person sets their password
    Link {
        /// Id or name
        person: String,
    },
    /// A token by which a program comes in as a person
    Token {
        /// Id or name
        person: String,
        /// What it is for
        #[arg(long)]
        label: String,
        /// Days that it is good
        #[arg(long, default_value_t = 90)]
        days: u32,
        /// What it may at most, such as submit or see-areas; may be repeated
        #[arg(long = "right", value_name = "RIGHT", required = true, value_parser = right)]
        rights: Vec<Right>,
    },
}

/// What is taken away.
#[derive(Subcommand)]
pub enum ExportCommand {
    /// Reports of which people added, mended, refused or confirmed claims, as annotated reports:
    /// what `hudna eval read --gold` takes
    Gold {
        /// File to write (else standard output)
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
        /// Only reports of which a person looked at every claim
        #[arg(long)]
        whole: bool,
    },
}

fn role(text: &str) -> Result<Role, String> {
    let known = || Role::ALL.iter().map(|r| r.name().replace('_', "-")).collect::<Vec<_>>();
    Role::parse(&text.replace('-', "_")).ok_or_else(|| format!("use {}", known().join(", ")))
}

fn mode(text: &str) -> Result<Mode, String> {
    let known = || Mode::ALL.iter().map(|m| m.name().replace('_', "-")).collect::<Vec<_>>();
    Mode::parse(&text.replace('-', "_")).ok_or_else(|| format!("use {}", known().join(", ")))
}

fn right(text: &str) -> Result<Right, String> {
    let known = || Right::ALL.iter().map(|r| r.name().replace('_', "-")).collect::<Vec<_>>();
    Right::parse(&text.replace('-', "_")).ok_or_else(|| format!("use {}", known().join(", ")))
}
