//! A small country with an agreement, and a shorthand for claims.

use std::collections::BTreeMap;

use hudna_judge::Context;
use hudna_model::agreement::{Areas, Deontic, Instants, Membership, Target, UnknownMembership};
use hudna_model::report::CopyMarks;
use hudna_model::words::Standing;
use hudna_model::*;

pub struct World {
    pub as_of: Moment,
    pub agreement: Agreement,
    pub places: BTreeMap<String, Place>,
    pub parties: BTreeMap<String, Party>,
    pub sources: BTreeMap<String, Source>,
    pub marks: BTreeMap<String, CopyMarks>,
    pub decisions: Decisions,
}

pub fn at(text: &str) -> Moment {
    text.parse().expect("a time")
}

fn place(id: &str, parent: &str, level: PlaceLevel, lat: f64, lon: f64) -> (String, Place) {
    let parent = (!parent.is_empty()).then(|| parent.to_owned());
    let name = Bilingual::new(format!("ع {id}"), format!("En {id}"));
    (id.to_owned(), Place { id: id.to_owned(), parent, level, lat, lon, pcode: None, name })
}

fn party(id: &str, kind: PartyKind, parent: &str) -> (String, Party) {
    let parent = (!parent.is_empty()).then(|| parent.to_owned());
    let name = Bilingual::new(format!("ع {id}"), format!("En {id}"));
    (id.to_owned(), Party { id: id.to_owned(), kind, name, parent })
}

fn source(id: &str, kind: SourceKind, grade: char, party: Option<&str>) -> (String, Source) {
    let source = Source {
        id: id.to_owned(),
        kind,
        name: Bilingual::new(id, id),
        grade,
        party: party.map(str::to_owned),
        protection: "open".to_owned(),
    };
    (id.to_owned(), source)
}

pub fn member(party: &str, role: Role, belligerent: bool) -> Membership {
    Membership {
        party: party.to_owned(),
        role,
        via: None,
        with: None,
        belligerent,
        answers_for: vec![],
        since: None,
        until: None,
        source: "joint statement".to_owned(),
    }
}

pub fn obligation(id: &str, deontic: Deontic, acts: &[Act]) -> Obligation {
    Obligation {
        id: id.to_owned(),
        deontic,
        bearers: vec![],
        acts: acts.to_vec(),
        tasks: vec![],
        target: Target::Anyone,
        area: None,
        since: None,
        until: None,
        measure: None,
        deadline: None,
        text: Bilingual::new(format!("التزام {id}"), format!("term {id}")),
        anchor: None,
        source: "annex".to_owned(),
    }
}

/// A patrol to a place.
pub fn visit(id: &str, day: &str, place: &str, reached: Reached) -> Patrol {
    Patrol {
        id: id.to_owned(),
        day: day.to_owned(),
        place: place.to_owned(),
        area: None,
        team: "team".to_owned(),
        reached,
        reason: (reached != Reached::Yes).then(|| "closed".to_owned()),
        by: None,
        observations: None,
        line: 1,
        entry: 1,
    }
}

pub fn excluded(party: &str) -> Exclusion {
    Exclusion {
        party: party.to_owned(),
        renamed: vec![],
        since: None,
        until: None,
        source: "paragraph 2".to_owned(),
    }
}

fn agreement() -> Agreement {
    let force = [Act::Shelling, Act::AirStrike, Act::Clash, Act::BarrelBomb];
    Agreement {
        id: "test".to_owned(),
        name: Bilingual::new("اتفاق", "agreement"),
        country: "sy".to_owned(),
        effective: at("2016-02-27T00:00:00+02:00"),
        ended: None,
        time_zone: "Asia/Damascus".to_owned(),
        instants: Instants::default(),
        renewals: vec![],
        unknown_membership: UnknownMembership::Undetermined,
        instruments: vec![],
        parties: vec![
            member("government", Role::Bound, false),
            member("opposition", Role::Bound, false),
            member("russia", Role::Guarantor, true),
            member("america", Role::Guarantor, false),
        ],
        exclusions: vec![excluded("nusra")],
        external_lists: vec![],
        obligations: vec![
            obligation("cease", Deontic::Prohibit, &force),
            obligation("aid", Deontic::Require, &[Act::AidBlocked, Act::Siege]),
            obligation("defence", Deontic::Permit, &force),
        ],
        exceptions: vec![],
        windows: vec![],
        zones: vec![],
        lines: vec![],
        bands: vec![],
        protected: vec![],
        counting: None,
        procedure: None,
        reporting: vec![],
        undefined: vec![],
        shapes: BTreeMap::new(),
        areas: Areas {
            baselines: vec![],
            level: PlaceLevel::Governorate,
            list: ["aleppo", "latakia", "deir", "tartus"].map(str::to_owned).to_vec(),
            source: "outlines".to_owned(),
        },
    }
}

pub fn world() -> World {
    use PartyKind::*;
    use PlaceLevel::*;
    World {
        as_of: at("2016-05-03T21:00:00+03:00"),
        agreement: agreement(),
        places: BTreeMap::from([
            place("sy", "", Country, 35.0, 38.0),
            place("lb", "", Country, 33.9, 35.9),
            place("lb-arsal", "lb", Settlement, 34.2, 36.4),
            place("aleppo", "sy", Governorate, 36.2, 37.5),
            place("aleppo-city", "aleppo", Settlement, 36.20, 37.16),
            place("sukkari", "aleppo-city", Neighbourhood, 36.176, 37.142),
            place("sakhour", "aleppo-city", Neighbourhood, 36.221, 37.190),
            place("latakia", "sy", Governorate, 35.6, 36.0),
            place("kabani", "latakia", Settlement, 35.719, 36.233),
            place("deir", "sy", Governorate, 35.3, 40.1),
            place("tartus", "sy", Governorate, 34.9, 36.0),
        ]),
        parties: BTreeMap::from([
            party("government", State, ""),
            party("army", Force, "government"),
            party("state-agency", Media, "government"),
            party("opposition", Political, ""),
            party("group", ArmedGroup, "opposition"),
            party("nusra", ArmedGroup, ""),
            party("militia", ArmedGroup, ""),
            party("russia", State, ""),
            party("lavrov", Person, "russia"),
            party("america", State, ""),
            party("kerry", Person, "america"),
            party("envoy", Body, ""),
            party("council", Body, ""),
            party("support-group", Body, ""),
            party("observatory", Monitor, ""),
            party("rescuers", Ngo, ""),
            party("agency", Media, ""),
        ]),
        sources: BTreeMap::from([
            source("wire", SourceKind::Wire, 'B', None),
            source("local", SourceKind::LocalMedia, 'D', None),
            source("state", SourceKind::StateMedia, 'C', Some("government")),
            source("hotline", SourceKind::Hotline, 'E', None),
            source("sensor", SourceKind::Sensor, 'A', None),
        ]),
        marks: BTreeMap::new(),
        decisions: Decisions::default(),
    }
}

impl World {
    pub fn ctx(&self) -> Context<'_> {
        Context {
            as_of: self.as_of,
            agreement: &self.agreement,
            places: &self.places,
            parties: &self.parties,
            sources: &self.sources,
            marks: &self.marks,
            decisions: &self.decisions,
        }
    }

    /// Makes reports copies of one text.
    pub fn copied(&mut self, reports: &[&str], credits: &[&str]) {
        for report in reports {
            let marks = CopyMarks {
                shingles: (0..50).collect(),
                credits: credits.iter().map(|c| (*c).to_owned()).collect(),
                words: 60,
                ..CopyMarks::default()
            };
            self.marks.insert((*report).to_owned(), marks);
        }
    }
}

pub fn name(party_or_words: &str) -> Name {
    let known = world().parties.contains_key(party_or_words);
    Name {
        text: format!("the {party_or_words}"),
        party: known.then(|| party_or_words.to_owned()),
        ..Name::default()
    }
}

/// A claim of report `r1`, told by the wire on 3 May 2016; change what differs.
fn claim(id: &str, body: Body) -> FiledClaim {
    let words = "one two three four five six seven eight nine";
    FiledClaim {
        report: "r1".to_owned(),
        source: "wire".to_owned(),
        published: Some("2016-05-03".to_owned()),
        received: at("2016-05-03T12:00:00+03:00"),
        reviewed: false,
        claim: Claim {
            id: id.to_owned(),
            body,
            modality: Modality::Actual,
            background: false,
            attributed_to: None,
            quoted: false,
            event: None,
            place: None,
            date: None,
            evidence: Evidence { span: Span::new(0, words.len()), text: words.to_owned() },
            rule: "test".to_owned(),
            confidence: 0.9,
            seen: None,
        },
    }
}

pub fn violence(id: &str, act: Act) -> FiledClaim {
    claim(id, Body::Violence { act, actor: None, target: None, means: None, count: None })
}

pub fn toll(id: &str, outcome: Outcome, n: u32) -> FiledClaim {
    claim(
        id,
        Body::Toll {
            outcome,
            low: Some(n),
            high: Some(n),
            vague: false,
            victims: Victims::Unspecified,
            side: None,
            cumulative: false,
            subset_of: None,
        },
    )
}

pub fn commitment(id: &str, who: &str, what: Task) -> FiledClaim {
    let body = Body::Commitment {
        who: Some(name(who)),
        to: None,
        what,
        due: Due::default(),
        status: Standing::Promised,
    };
    claim(id, body)
}

pub fn meeting(id: &str, participants: &[&str]) -> FiledClaim {
    let body = Body::Meeting {
        form: Form::Meeting,
        participants: participants.iter().map(|p| name(p)).collect(),
        status: words::MeetingStatus::Held,
    };
    claim(id, body)
}

/// Chainable changes of a claim.
pub trait But: Sized {
    fn change(self, how: impl FnOnce(&mut FiledClaim)) -> Self;

    fn report(self, report: &str) -> Self {
        self.change(|f| f.report = report.to_owned())
    }
    fn source(self, source: &str) -> Self {
        self.change(|f| f.source = source.to_owned())
    }
    fn received(self, day: &str) -> Self {
        self.change(|f| {
            f.published = Some(day.to_owned());
            f.received = at(&format!("{day}T12:00:00+03:00"));
        })
    }
    fn reviewed(self) -> Self {
        self.change(|f| f.reviewed = true)
    }
    fn place(self, id: &str) -> Self {
        self.change(|f| {
            f.claim.place = Some(PlaceRef {
                text: id.to_owned(),
                id: world().places.contains_key(id).then(|| id.to_owned()),
                ..PlaceRef::default()
            });
        })
    }
    fn on(self, day: &str) -> Self {
        self.change(|f| {
            f.claim.date = Some(DateRef {
                start: day.to_owned(),
                precision: "day".to_owned(),
                ..DateRef::default()
            });
        })
    }
    /// With hours of the day that the claim tells; it must tell a day.
    fn hours(self, from: &str, to: &str) -> Self {
        self.change(|f| {
            let date = f.claim.date.as_mut().expect("a day was told");
            date.hours = Some(Hours { from: from.to_owned(), to: to.to_owned() });
        })
    }
    fn event(self, event: &str) -> Self {
        self.change(|f| f.claim.event = Some(event.to_owned()))
    }
    fn modality(self, modality: Modality) -> Self {
        self.change(|f| f.claim.modality = modality)
    }
    fn said_by(self, who: &str) -> Self {
        self.change(|f| f.claim.attributed_to = Some(name(who)))
    }
    fn words(self, start: usize, text: &str) -> Self {
        self.change(|f| {
            let span = Span::new(start, start + text.chars().count());
            f.claim.evidence = Evidence { span, text: text.to_owned() };
        })
    }
    fn actor(self, who: &str) -> Self {
        self.change(|f| {
            if let Body::Violence { actor, .. } = &mut f.claim.body {
                *actor = Some(name(who));
            }
        })
    }
    fn target(self, who: &str) -> Self {
        self.change(|f| {
            if let Body::Violence { target, .. } = &mut f.claim.body {
                *target = Some(name(who));
            }
        })
    }
    fn of(self, who: Victims) -> Self {
        self.change(|f| {
            if let Body::Toll { victims, .. } = &mut f.claim.body {
                *victims = who;
            }
        })
    }
    fn due(self, start: Option<&str>, end: Option<&str>, words: &str) -> Self {
        self.change(|f| {
            if let Body::Commitment { due, .. } = &mut f.claim.body {
                *due = Due {
                    start: start.map(str::to_owned),
                    end: end.map(str::to_owned),
                    words: words.to_owned(),
                };
            }
        })
    }
    fn to(self, who: &str) -> Self {
        self.change(|f| {
            if let Body::Commitment { to, .. } = &mut f.claim.body {
                *to = Some(name(who));
            }
        })
    }
}

impl But for FiledClaim {
    fn change(mut self, how: impl FnOnce(&mut FiledClaim)) -> Self {
        how(&mut self);
        self
    }
}
