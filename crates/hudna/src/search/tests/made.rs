//! Pictures made for tests: nothing in them happened.

use std::sync::OnceLock;

use hudna_model::digest::short_id;
use hudna_model::{
    Act, Bilingual, Body, Claim, Corroboration, Evidence, FiledClaim, Incident, Judgement,
    LedgerHead, Modality, Moment, Origin, Outcome, ReportState, ReportSummary, Share, Situation,
    Source, SourceKind, Toll, Verdict, Victims,
};

use crate::data::Data;

/// The data of the binary, loaded once.
pub(crate) fn data() -> &'static Data {
    static DATA: OnceLock<Data> = OnceLock::new();
    DATA.get_or_init(|| Data::embedded().expect("the shipped data load"))
}

fn now() -> Moment {
    "2016-05-03T21:00:00+03:00".parse().expect("a time")
}

/// A picture without incidents, with three sources.
pub(crate) fn blank() -> Situation {
    let data = data();
    let source = |id: &str, kind| Source {
        id: id.to_owned(),
        kind,
        name: Bilingual::new(format!("مصدر {id}"), format!("Source {id}")),
        grade: 'B',
        party: None,
        protection: "open".to_owned(),
    };
    let sources = [
        source("wire", SourceKind::Wire),
        source("monitor", SourceKind::Monitor),
        source("state", SourceKind::StateMedia),
    ];
    Situation {
        story: None,
        as_of: now(),
        head: LedgerHead::default(),
        agreement: data.agreements["syria-coh-2016"].clone(),
        counts_source: None,
        counts_notes: Vec::new(),
        areas: areas(),
        tree: Default::default(),
        shapes: Vec::new(),
        incidents: Vec::new(),
        aggregates: Vec::new(),
        follow_ups: Vec::new(),
        cases: Vec::new(),
        questions: Vec::new(),
        patrols: Vec::new(),
        claims: Default::default(),
        reports: Default::default(),
        places: data.places.clone(),
        parties: data.parties.clone(),
        sources: sources.into_iter().map(|s| (s.id.clone(), s)).collect(),
    }
}

/// Aleppo stands before Idlib.
fn areas() -> Vec<hudna_model::AreaState> {
    let area = |id: &str| hudna_model::AreaState {
        id: format!("AREA-{id}"),
        area: id.to_owned(),
        name: data().places[id].name.clone(),
        status: hudna_model::AreaStatus::Strained,
        ratio: None,
        coverage: Default::default(),
        reasons: Vec::new(),
        drivers: Vec::new(),
        breakdowns: Vec::new(),
        left_out: Vec::new(),
        reviewed: Share::default(),
        daily: Vec::new(),
        level: None,
        alarm: None,
        fused: None,
        outlook: Vec::new(),
        severity: Vec::new(),
        history: Vec::new(),
        beside: Vec::new(),
    };
    ["sy-aleppo", "sy-idlib"].map(area).to_vec()
}

/// An incident in the making, with its claims and reports.
pub(crate) struct Made {
    key: String,
    pub(crate) incident: Incident,
    filed: Vec<(FiledClaim, String)>,
}

impl Made {
    pub(crate) fn day(&mut self, day: &str) -> &mut Self {
        self.days(day, day)
    }

    pub(crate) fn days(&mut self, first: &str, last: &str) -> &mut Self {
        self.incident.days = Some((first.to_owned(), last.to_owned()));
        self
    }

    pub(crate) fn place(&mut self, id: &str) -> &mut Self {
        self.incident.place = Some(id.to_owned());
        self
    }

    pub(crate) fn text(&mut self, name: &str) -> &mut Self {
        self.incident.place_text = Some(name.to_owned());
        self
    }

    pub(crate) fn act(&mut self, act: &str) -> &mut Self {
        self.incident.acts.push(Act::parse(act).expect("an act"));
        self
    }

    pub(crate) fn actor(&mut self, who: &str) -> &mut Self {
        self.incident.actors.push((who.to_owned(), Vec::new()));
        self
    }

    pub(crate) fn target(&mut self, who: &str) -> &mut Self {
        self.incident.targets.push((who.to_owned(), Vec::new()));
        self
    }

    pub(crate) fn deaths(&mut self, best: u32) -> &mut Self {
        let (low, high, rows) = (best, best, Vec::new());
        let (outcome, victims) = (Outcome::Killed, Victims::Unspecified);
        let id = format!("TOL-{}", self.key);
        let method = Bilingual::new("م", "m");
        let toll = Toll {
            id,
            outcome,
            victims,
            low,
            best,
            high,
            method,
            rows,
            cumulative: false,
            place: None,
        };
        self.incident.tolls.push(toll);
        self
    }

    pub(crate) fn says(&mut self, lang: &str, source: &str, words: &str) -> &mut Self {
        let n = self.filed.len() + 1;
        let (id, report) = (format!("{}{n}", self.key), format!("R-{}{n}", self.key));
        let act = self.incident.acts[0];
        let body = Body::Violence { act, actor: None, target: None, means: None, count: None };
        let claim = Claim {
            id: id.clone(),
            body,
            modality: Modality::Actual,
            background: false,
            attributed_to: None,
            quoted: false,
            event: None,
            place: None,
            date: None,
            evidence: Evidence { text: words.to_owned(), ..Evidence::default() },
            rule: "made".to_owned(),
            confidence: 1.0,
            seen: None,
        };
        let (source, published) = (source.to_owned(), None);
        let filed = FiledClaim {
            report: report.clone(),
            source,
            published,
            received: now(),
            reviewed: false,
            claim,
        };
        self.filed.push((filed, lang.to_owned()));
        self.incident.claims.push(id);
        let why = Bilingual::new("م", "m");
        self.incident.origins.push(Origin {
            id: format!("report:{report}"),
            why,
            reports: vec![report],
        });
        self.incident.reviewed.of += 1;
        self
    }

    pub(crate) fn verdict(&mut self, verdict: &str) -> &mut Self {
        self.judged("cease-attacks", verdict, Vec::new())
    }

    pub(crate) fn judged(
        &mut self,
        term: &str,
        verdict: &str,
        flags: Vec<hudna_model::Flag>,
    ) -> &mut Self {
        let verdict: Verdict = serde_json::from_value(verdict.into()).expect("a verdict");
        self.incident.judgements.push(Judgement {
            obligation: term.to_owned(),
            window: None,
            verdict,
            facts: Vec::new(),
            trace: Vec::new(),
            settles: Vec::new(),
            flags,
            exception: None,
        });
        self
    }

    pub(crate) fn confirmed(&mut self) -> &mut Self {
        self.incident.confirmed = true;
        self.incident.reviewed.confirmed = 1;
        self
    }
}

/// Puts an incident into a picture; its claims are called after `key`.
pub(crate) fn add(s: &mut Situation, key: &str, make: impl FnOnce(&mut Made)) {
    let incident = Incident {
        id: String::new(),
        acts: Vec::new(),
        place: None,
        place_text: None,
        area: None,
        days: None,
        times: Vec::new(),
        actors: Vec::new(),
        targets: Vec::new(),
        claims: Vec::new(),
        denials: Vec::new(),
        links: Vec::new(),
        origins: Vec::new(),
        corroboration: Corroboration::Uncorroborated,
        tolls: Vec::new(),
        confirmed: false,
        reviewed: Share::default(),
        judgements: Vec::new(),
        related: Vec::new(),
        findings: Vec::new(),
    };
    let mut made = Made { key: key.to_owned(), incident, filed: Vec::new() };
    make(&mut made);
    let Made { mut incident, filed, .. } = made;
    incident.id = short_id("INC", [incident.claims[0].as_bytes()]);
    let area = incident.place.as_deref().and_then(|id| super::super::area::area_of(s, id));
    incident.area = area.map(str::to_owned);
    for (filed, lang) in filed {
        s.reports.insert(filed.report.clone(), report(&filed, &lang));
        s.claims.insert(filed.claim.id.clone(), filed);
    }
    s.incidents.push(incident);
    s.incidents.sort_by(|a, b| b.days.cmp(&a.days).then_with(|| a.id.cmp(&b.id)));
}

fn report(filed: &FiledClaim, lang: &str) -> ReportSummary {
    ReportSummary {
        id: filed.report.clone(),
        label: format!("{}.txt", filed.report),
        source: filed.source.clone(),
        published: None,
        received: filed.received,
        sha256: String::new(),
        entry: 0,
        lang: lang.to_owned(),
        claims: 1,
        unread_harm: usize::from(lang == "ar"),
        state: ReportState::Linked,
    }
}
