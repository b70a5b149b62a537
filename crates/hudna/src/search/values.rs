//! Closed lists by the names that JSON and addresses have for them.

use hudna_model::{
    Act, Corroboration, Flag, FollowUpStatus, PlaceLevel, ReportState, Stage, Verdict,
};

/// Verdicts in the order of the model.
pub(super) const VERDICTS: [(Verdict, &str); 10] = [
    (Verdict::Breach, "breach"),
    (Verdict::PossibleBreach, "possible_breach"),
    (Verdict::PermittedException, "permitted_exception"),
    (Verdict::ClaimedExceptionUnverified, "claimed_exception_unverified"),
    (Verdict::OutOfScopeActor, "out_of_scope_actor"),
    (Verdict::OutOfScopeArea, "out_of_scope_area"),
    (Verdict::OutOfScopeProvocation, "out_of_scope_provocation"),
    (Verdict::OutsideWindow, "outside_window"),
    (Verdict::NotRegulated, "not_regulated"),
    (Verdict::Undetermined, "undetermined"),
];

/// Marks beside a verdict.
pub(super) const FLAGS: [(Flag, &str); 4] = [
    (Flag::BelligerentGuarantor, "belligerent_guarantor"),
    (Flag::NonSignatory, "non_signatory"),
    (Flag::BoundAlly, "bound_ally"),
    (Flag::ReadingsDiffer, "readings_differ"),
];

const SUPPORT: [(Corroboration, &str); 6] = [
    (Corroboration::Uncorroborated, "uncorroborated"),
    (Corroboration::Corroborated, "corroborated"),
    (Corroboration::Verified, "verified"),
    (Corroboration::Refuted, "refuted"),
    (Corroboration::Disputed, "disputed"),
    (Corroboration::Unverifiable, "unverifiable"),
];

const LEVELS: [(PlaceLevel, &str); 8] = [
    (PlaceLevel::Site, "site"),
    (PlaceLevel::Line, "line"),
    (PlaceLevel::Neighbourhood, "neighbourhood"),
    (PlaceLevel::Settlement, "settlement"),
    (PlaceLevel::District, "district"),
    (PlaceLevel::Governorate, "governorate"),
    (PlaceLevel::Region, "region"),
    (PlaceLevel::Country, "country"),
];

const STATUSES: [(FollowUpStatus, &str); 7] = [
    (FollowUpStatus::Overdue, "overdue"),
    (FollowUpStatus::Due, "due"),
    (FollowUpStatus::Undated, "undated"),
    (FollowUpStatus::Partly, "partly"),
    (FollowUpStatus::Done, "done"),
    (FollowUpStatus::DoneLate, "done_late"),
    (FollowUpStatus::Dropped, "dropped"),
];

/// What stands for the absence of a value.
pub(super) const NONE: &str = "none";
/// A place of which only the name is known.
pub(super) const UNKNOWN: &str = "unknown";

fn name<T: Copy + PartialEq>(list: &[(T, &'static str)], value: T) -> &'static str {
    let found = list.iter().find(|(v, _)| *v == value);
    found.map_or(NONE, |(_, name)| name)
}

fn names<T>(list: &[(T, &'static str)]) -> Vec<&'static str> {
    list.iter().map(|(_, name)| *name).collect()
}

pub(super) fn corroboration(value: Corroboration) -> &'static str {
    name(&SUPPORT, value)
}

pub(super) fn level(value: PlaceLevel) -> &'static str {
    name(&LEVELS, value)
}

pub(super) fn status(value: FollowUpStatus) -> &'static str {
    name(&STATUSES, value)
}

pub(super) fn verdicts() -> Vec<&'static str> {
    names(&VERDICTS)
}

pub(super) fn flags() -> Vec<&'static str> {
    names(&FLAGS)
}

pub(super) fn corroborations() -> Vec<&'static str> {
    names(&SUPPORT)
}

pub(super) fn precisions() -> Vec<&'static str> {
    [names(&LEVELS), vec![UNKNOWN, NONE]].concat()
}

pub(super) fn statuses() -> Vec<&'static str> {
    names(&STATUSES)
}

pub(super) fn acts() -> Vec<&'static str> {
    Act::ALL.iter().map(|a| a.as_str()).collect()
}

pub(super) fn states() -> Vec<&'static str> {
    ReportState::ALL.iter().map(|s| s.as_str()).collect()
}

pub(super) fn cases() -> Vec<&'static str> {
    let stages = Stage::ALL.iter().map(|s| s.as_str());
    yes_no().into_iter().chain(stages).collect()
}

pub(super) fn yes_no() -> Vec<&'static str> {
    vec!["yes", "no"]
}

pub(super) fn reviewed() -> Vec<&'static str> {
    vec!["yes", "partly", "no"]
}

#[cfg(test)]
mod tests {
    use serde::Serialize;

    use super::*;

    #[track_caller]
    fn check<T: Serialize>(list: &[(T, &str)]) {
        for (value, name) in list {
            assert_eq!(serde_json::to_value(value).expect("JSON"), **name);
        }
    }

    #[test]
    fn names_are_those_of_json() {
        check(&VERDICTS);
        check(&FLAGS);
        check(&SUPPORT);
        check(&LEVELS);
        check(&STATUSES);
    }
}
