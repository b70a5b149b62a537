//! The steps of a case, as people type them.

use clap::Subcommand;
use hudna::model::{Acceptance, Finding, Level, Remedy, Reply};

use crate::acts::{Acting, One, word};

/// Steps of a case.
#[derive(Subcommand)]
pub enum CaseCommand {
    /// Open a case on an incident
    Open(One),
    /// Tell a party of the allegation; its time to reply begins
    Notify {
        /// Id of the case
        case: String,
        /// Id of the party
        #[arg(long)]
        party: String,
        /// Hours that it has to reply (else what the agreement's procedure says, else 72)
        #[arg(long)]
        hours: Option<u32>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// A party replies: acknowledged, denied, justified, or none once its time has run out
    Reply {
        /// Id of the case
        case: String,
        /// The reply
        #[arg(value_parser = word::<Reply>)]
        reply: Reply,
        /// Id of the party
        #[arg(long)]
        party: String,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Send somebody to find out
    Task {
        /// Id of the case
        case: String,
        /// A monitor, team or person
        #[arg(long)]
        who: String,
        /// Hours to report (else what the agreement's procedure says, else 168)
        #[arg(long)]
        hours: Option<u32>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Who was sent has reported
    Report {
        /// Id of the case
        case: String,
        /// Id of the field report in the store
        #[arg(long)]
        report: Option<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// A finding is drafted
    Draft(One),
    /// The technical committee has dealt with the draft
    Committee(One),
    /// The board has dealt with it
    Board(One),
    /// Make a finding: violation, no-violation, both, accident, undetermined
    Find {
        /// Id of the case
        case: String,
        /// The finding
        #[arg(value_parser = word::<Finding>)]
        finding: Finding,
        /// Id of a party whose violation it was; may be repeated
        #[arg(long, value_name = "PARTY")]
        against: Vec<String>,
        /// The facts acknowledged, attributed to nobody
        #[arg(long, value_name = "TEXT", default_value = "")]
        facts: String,
        /// Id of the co-chair whose key it carries
        #[arg(long, value_name = "PARTY")]
        key: Option<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// A second, different person stands by the finding
    Second {
        /// Id of the case
        case: String,
        /// Id of the co-chair whose key this is
        #[arg(long, value_name = "PARTY")]
        key: Option<String>,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// A co-chair dissents from the finding; why says what it holds
    Dissent {
        /// Id of the case
        case: String,
        /// Id of the co-chair
        #[arg(long, value_name = "PARTY")]
        key: String,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// How a party stands to the finding: accepted, reserved, rejected, or silent once its time has
    /// run out
    Accept {
        /// Id of the case
        case: String,
        /// How it stands
        #[arg(value_parser = word::<Acceptance>)]
        stance: Acceptance,
        /// Id of the party
        #[arg(long)]
        party: String,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Ask for something, in a form that can be checked
    Action {
        /// Id of the case
        case: String,
        /// Who is to do it
        #[arg(long)]
        who: String,
        /// What
        #[arg(long)]
        what: String,
        /// How much
        #[arg(long)]
        amount: String,
        /// Where
        #[arg(long)]
        place: String,
        /// By which day
        #[arg(long, value_name = "DAY")]
        due: String,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Whether what was asked for was done: yes, partly, no
    Remedy {
        /// Id of the case
        case: String,
        /// Number of the action, from 1
        action: usize,
        /// Done or not
        #[arg(value_parser = word::<Remedy>)]
        done: Remedy,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Who may see the finding: internal, parties, public
    Publish {
        /// Id of the case
        case: String,
        /// Who
        #[arg(value_parser = word::<Level>)]
        level: Level,
        /// Who, when, why
        #[command(flatten)]
        acting: Acting,
    },
    /// Take the case up again after a finding
    Reopen(One),
    /// Take the case out of the record; the ledger stays whole
    Expunge(One),
    /// One case, whole
    Show {
        /// Its id
        id: String,
    },
}
