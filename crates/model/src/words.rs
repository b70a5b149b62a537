//! The closed lists of the reading contract: acts, modalities, outcomes and the like.
//!
//! Names are those of the annotation guide; `as_str` gives the name used in data files and JSON.

use serde::{Deserialize, Serialize};

macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name {
            $($(#[$vdoc])* #[doc = concat!("`", $text, "`")] #[serde(rename = $text)] $variant,)+
        }

        impl $name {
            /// Every value, in the order of the guide.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The name used in data files and JSON.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }

            /// The value of this name, if there is one.
            pub fn parse(text: &str) -> Option<Self> {
                match text { $($text => Some($name::$variant),)+ _ => None }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

pub(crate) use words;

words! {
    /// A violent or coercive act.
    Act {
        Clash = "clash", SmallArmsFire = "small_arms_fire", SniperFire = "sniper_fire",
        Shelling = "shelling", GuidedMissile = "guided_missile", AirStrike = "air_strike",
        BarrelBomb = "barrel_bomb", DroneStrike = "drone_strike",
        ExplosiveDevice = "explosive_device", SuicideBombing = "suicide_bombing",
        ChemicalAttack = "chemical_attack", Grenade = "grenade",
        SeizureOfGround = "seizure_of_ground", UnidentifiedExplosion = "unidentified_explosion",
        AttackOnCivilians = "attack_on_civilians", SexualViolence = "sexual_violence",
        Abduction = "abduction", Arrest = "arrest", Looting = "looting",
        ForcedDisplacement = "forced_displacement", ChildRecruitment = "child_recruitment",
        TroopMovement = "troop_movement", Fortification = "fortification",
        MineLaying = "mine_laying", AidBlocked = "aid_blocked", Siege = "siege",
        UtilitiesCut = "utilities_cut", MonitorDenied = "monitor_denied",
        AttackOnMonitor = "attack_on_monitor", OtherForce = "other_force",
        // Those that only forms and agreements speak of so far; no reader proposes them.
        WeaponsInExclusionZone = "weapons_in_exclusion_zone", Reconnaissance = "reconnaissance",
        MilitaryUseOfCivilianSite = "military_use_of_civilian_site",
        FailureToWithdraw = "failure_to_withdraw",
        MonitoringInterference = "monitoring_interference", Incitement = "incitement",
    }
}

words! {
    /// A family of acts that may be told of one incident by different names.
    Family {
        Ground = "ground", Indirect = "indirect", Air = "air", Device = "device",
        Civilians = "civilians", Access = "access", Posture = "posture", Conduct = "conduct",
    }
}

impl Act {
    /// The family that `score.py` and the gathering of incidents compare by.
    pub fn family(self) -> Family {
        use Act::*;
        match self {
            Clash | SmallArmsFire | SniperFire | Grenade | SeizureOfGround | TroopMovement
            | Fortification | OtherForce => Family::Ground,
            Shelling | GuidedMissile | UnidentifiedExplosion => Family::Indirect,
            AirStrike | BarrelBomb | DroneStrike => Family::Air,
            ExplosiveDevice | SuicideBombing | MineLaying => Family::Device,
            AttackOnCivilians | SexualViolence | Abduction | Arrest | Looting
            | ForcedDisplacement | ChildRecruitment | ChemicalAttack => Family::Civilians,
            AidBlocked
            | Siege
            | UtilitiesCut
            | MonitorDenied
            | AttackOnMonitor
            | MonitoringInterference => Family::Access,
            WeaponsInExclusionZone
            | Reconnaissance
            | MilitaryUseOfCivilianSite
            | FailureToWithdraw => Family::Posture,
            Incitement => Family::Conduct,
        }
    }
}

words! {
    /// How a claim stands to the world, strongest last: of several, the later in this list wins.
    Modality {
        /// Told as so.
        Actual = "actual",
        /// Somebody says so and the report keeps its distance.
        Alleged = "alleged",
        /// Announced for later.
        Planned = "planned",
        /// Asked for.
        CalledFor = "called_for",
        /// Said under a condition.
        Hypothetical = "hypothetical",
        /// Said not to be so.
        Denied = "denied",
    }
}

words! {
    /// What happened to people.
    Outcome {
        Killed = "killed", Injured = "injured", Missing = "missing", Detained = "detained",
        Abducted = "abducted", Displaced = "displaced",
    }
}

words! {
    /// Who the harmed people are.
    Victims {
        Civilian = "civilian", Fighter = "fighter", Police = "police", AidWorker = "aid_worker",
        Journalist = "journalist", Monitor = "monitor", Leader = "leader", Mixed = "mixed",
        Unspecified = "unspecified",
    }
}

words! {
    /// The form in which people meet.
    Form {
        Meeting = "meeting", Visit = "visit", Call = "call", Talks = "talks",
        Conference = "conference", Session = "session",
    }
}

words! {
    /// Where a meeting stands.
    MeetingStatus {
        Held = "held", Ongoing = "ongoing", Planned = "planned", Proposed = "proposed",
        Cancelled = "cancelled",
    }
}

words! {
    /// What a speaker does by speaking.
    SpeechAct {
        Appeal = "appeal", Accuse = "accuse", Deny = "deny", Condemn = "condemn", Warn = "warn",
        Threaten = "threaten", Pledge = "pledge", Propose = "propose", Announce = "announce",
        Support = "support", Reject = "reject", ExpressConcern = "express_concern",
        Confirm = "confirm", Other = "other",
    }
}

words! {
    /// What happens to a truce or agreement.
    Event {
        Declared = "declared", Signed = "signed", Extended = "extended", InForce = "in_force",
        Violated = "violated", AtRisk = "at_risk", Collapsed = "collapsed",
        CalledFor = "called_for", Proposed = "proposed", Accepted = "accepted",
        Rejected = "rejected", Negotiated = "negotiated", Renewed = "renewed",
    }
}

words! {
    /// What is promised or demanded.
    Task {
        Meet = "meet", Brief = "brief", DeliverAid = "deliver_aid", Withdraw = "withdraw",
        Release = "release", Investigate = "investigate", CeaseFire = "cease_fire",
        Negotiate = "negotiate", Deploy = "deploy", Sign = "sign", Other = "other",
    }
}

words! {
    /// Where a promise stood when it was told.
    Standing {
        Promised = "promised", Agreed = "agreed", Proposed = "proposed", Demanded = "demanded",
    }
}

words! {
    /// Who read a claim.
    ReadBy {
        /// A rule; no model was asked, or it does not see the claim.
        Rule = "rule",
        /// A rule, and the trained model sees the claim too.
        Both = "both",
        /// The trained model alone.
        Model = "model",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_reads_back() {
        for act in Act::ALL {
            assert_eq!(Act::parse(act.as_str()), Some(*act));
            assert_eq!(serde_json::to_string(act).unwrap(), format!("\"{act}\""));
        }
        assert_eq!(Act::parse("war"), None);
    }

    #[test]
    fn denied_wins_over_every_other_layer() {
        assert_eq!(Modality::ALL.iter().max(), Some(&Modality::Denied));
        assert!(Modality::Hypothetical > Modality::CalledFor);
    }
}
