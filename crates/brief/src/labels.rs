//! Which message names which value of the model's closed lists.

use hudna_model::Relation as Pairing;
use hudna_model::agreement::{Attribution, Consensus, Deontic, Relation, Role};
use hudna_model::claim::NoteKind;
use hudna_model::words::{Family, MeetingStatus, Modality, Standing};
use hudna_model::{
    Acceptance, Act, AreaStatus, ComplianceStatus, Corroboration, Event, FactStatus, Finding, Flag,
    FollowUpStatus, Form, Found, Level, Outcome, PartyKind, PlaceLevel, Reached, Remedy, Reply,
    ReportState, SourceKind, SpeechAct, Stage, Task, Verdict, Victims,
};

/// A value that has a label in both languages.
pub trait Label: Copy {
    /// Id of the message that names it.
    fn message_id(self) -> String;
}

macro_rules! words_labels {
    ($($name:ident $prefix:literal),+ $(,)?) => {
        $(impl Label for $name {
            fn message_id(self) -> String {
                format!("{}-{}", $prefix, self.as_str().replace('_', "-"))
            }
        })+

        #[cfg(test)]
        fn word_ids() -> Vec<String> {
            let mut ids = Vec::new();
            $(ids.extend($name::ALL.iter().map(|v| v.message_id()));)+
            ids
        }
    };
}

words_labels! {
    Act "act", Family "family", Outcome "outcome", Victims "victims", Modality "modality",
    Form "form", MeetingStatus "meeting-status", SpeechAct "speech", Event "event", Task "task",
    Standing "standing", Stage "step", Reply "reply", Finding "finding",
    Acceptance "acceptance", Level "publication", Remedy "remedy", ReportState "report-state",
}

// A value that the model gains makes the match fail to compile until it is named here.
macro_rules! enum_labels {
    ($($name:ident $prefix:literal { $($variant:ident $key:literal),+ $(,)? })+) => {
        $(impl Label for $name {
            fn message_id(self) -> String {
                let key = match self { $($name::$variant => $key),+ };
                format!("{}-{key}", $prefix)
            }
        })+

        #[cfg(test)]
        fn enum_ids() -> Vec<String> {
            vec![$($($name::$variant.message_id()),+),+]
        }
    };
}

enum_labels! {
    AreaStatus "area-status" {
        Collapsed "collapsed", Strained "strained", Holding "holding", NoData "no-data",
        NotCovered "not-covered",
    }
    FollowUpStatus "followup-status" {
        Overdue "overdue", Due "due", Undated "undated", Partly "partly", Done "done",
        DoneLate "done-late",
        Dropped "dropped",
    }
    Pairing "pairing" {
        Same "same", Different "different", Unsure "unsure", PartOf "part-of", Follows "follows",
        Retaliation "retaliation", SameOperation "same-operation",
    }
    Reached "reached" { Yes "yes", No "no", Refused "refused" }
    Found "found" {
        Refuted "refuted", Unverifiable "unverifiable", SiteVisit "site-visit",
    }
    Corroboration "corroboration" {
        Uncorroborated "uncorroborated", Corroborated "corroborated", Verified "verified",
        Refuted "refuted", Disputed "disputed", Unverifiable "unverifiable",
    }
    Verdict "verdict" {
        Breach "breach", PossibleBreach "possible-breach",
        PermittedException "permitted-exception",
        ClaimedExceptionUnverified "claimed-exception-unverified",
        OutOfScopeActor "out-of-scope-actor", OutOfScopeArea "out-of-scope-area",
        OutOfScopeProvocation "out-of-scope-provocation", OutsideWindow "outside-window",
        NotRegulated "not-regulated", Undetermined "undetermined",
    }
    FactStatus "fact" {
        Known "known", Claimed "claimed", Contested "contested", Unknown "unknown",
    }
    SourceKind "source-kind" {
        Party "party", Guarantor "guarantor", Monitor "monitor", Un "un", Ngo "ngo", Wire "wire",
        StateMedia "state-media", LocalMedia "local-media", Social "social", Witness "witness",
        Sensor "sensor", Hotline "hotline",
    }
    PartyKind "party-kind" {
        State "state", Force "force", ArmedGroup "armed-group", Political "political",
        Body "body", Monitor "monitor", Ngo "ngo", Person "person", Media "media",
    }
    PlaceLevel "level" {
        Site "site", Line "line", Neighbourhood "neighbourhood", Settlement "settlement",
        District "district", Governorate "governorate", Region "region", Country "country",
    }
    ComplianceStatus "compliance" {
        Met "met", MetLate "met-late", NotMet "not-met", Open "open", NotDue "not-due", NobodyReports "nobody-reports",
    }
    Flag "flag" {
        BelligerentGuarantor "belligerent-guarantor", NonSignatory "non-signatory",
        BoundAlly "bound-ally", ReadingsDiffer "readings-differ",
    }
    Role "role" { Bound "bound", Guarantor "guarantor", NonSignatory "non-signatory" }
    Deontic "deontic" { Prohibit "prohibit", Require "require", Permit "permit" }
    Relation "relation" {
        Base "base", Endorses "endorses", Amends "amends", Procedure "procedure",
        Incorporated "incorporated",
    }
    Consensus "consensus" {
        CoChairs "co-chairs", All "all", Majority "majority", Chair "chair", Open "open",
    }
    Attribution "attribution" { Allowed "allowed", FactsOnly "facts-only", Open "open" }
    NoteKind "note" {
        UnreadHarm "unread-harm", UnknownPlace "unknown-place", AmbiguousPlace "ambiguous-place",
        Unresolved "unresolved", UnreadLanguage "unread-language", Cut "cut",
    }
}

#[cfg(test)]
mod tests {
    use hudna_model::Lang;

    use super::*;
    use crate::Messages;

    #[test]
    fn every_value_has_a_label_in_both_languages() {
        let messages = Messages::new();
        let ids: Vec<String> = word_ids().into_iter().chain(enum_ids()).collect();
        let missing: Vec<&String> = ids.iter().filter(|id| !messages.has(id)).collect();
        assert!(missing.is_empty(), "no label: {missing:?}");
        assert!(ids.len() > 150, "the lists were walked");
    }

    #[test]
    fn every_area_status_has_a_letter_and_a_meaning() {
        let messages = Messages::new();
        for id in enum_ids().iter().filter(|id| id.starts_with("area-status-")) {
            assert!(messages.has(&id.replace("status", "letter")), "{id}");
            assert!(messages.has(&id.replace("status", "means")), "{id}");
        }
    }

    #[test]
    fn a_label_is_said_in_the_language_asked_for() {
        let messages = Messages::new();
        assert_eq!(messages.label(Lang::En, Act::AirStrike), "air strike");
        assert_eq!(messages.label(Lang::Ar, Act::AirStrike), "غارة جوية");
    }
}
