//! What is counted of a running server, without anything about persons; and whether it lives.

use std::time::Duration;

use hudna::rights::Right;
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle, PrometheusRecorder};
use serde_json::json;

use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

/// Routes for whoever watches over the server.
pub const ROUTES: &[Route] = &[
    Route::open("GET", "/healthz", lives),
    Route::open("GET", "/readyz", ready),
    Route::open("GET", "/metrics", told),
];

/// Upper ends of the classes that durations are counted in, seconds.
const CLASSES: [f64; 9] = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 5.0];

/// Counts.
pub struct Counted {
    recorder: PrometheusRecorder,
    handle: PrometheusHandle,
}

impl Counted {
    /// Nothing counted yet.
    pub fn new() -> Self {
        let builder = PrometheusBuilder::new()
            .set_buckets(&CLASSES)
            .unwrap_or_else(|_| PrometheusBuilder::new());
        let recorder = builder.build_recorder();
        let handle = recorder.handle();
        Self { recorder, handle }
    }

    /// A request to a route was answered.
    pub fn request(&self, route: &'static str, method: &str, status: u16, took: Duration) {
        let method = if matches!(method, "GET" | "HEAD" | "POST" | "PUT" | "DELETE") {
            method
        } else {
            "OTHER"
        };
        let labels = [
            ("route", route.to_owned()),
            ("method", method.to_owned()),
            ("status", status.to_string()),
        ];
        metrics::with_local_recorder(&self.recorder, || {
            metrics::counter!("hudna_requests_total", &labels).increment(1);
            metrics::histogram!("hudna_request_seconds", "route" => route)
                .record(took.as_secs_f64());
        });
    }
}

fn lives(_: &Ctx<'_>) -> Result<Reply, Fault> {
    Ok(Reply::json(&json!({ "alive": true })))
}

/// Ready while pictures can be made and the store answers.
fn ready(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (waiting, failed) = (ctx.desk.live.waiting()?, ctx.desk.live.failed().is_some());
    let told = json!({ "ready": !failed, "entries_waiting": waiting });
    Ok(Reply::json(&told).status(if failed { 503 } else { 200 }))
}

/// For this machine, or whoever runs the installation.
fn told(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    if !ctx.local && !ctx.may(Right::Mode) {
        return Err(Fault::not_found());
    }
    let counted = &ctx.desk.counted;
    counted.handle.run_upkeep();
    metrics::with_local_recorder(&counted.recorder, || {
        metrics::gauge!("hudna_ledger_entries").set(ctx.snap.facts.size as f64);
        metrics::gauge!("hudna_entries_waiting").set(ctx.desk.live.waiting().unwrap_or(0) as f64);
        metrics::gauge!("hudna_incidents").set(ctx.snap.situation.incidents.len() as f64);
    });
    Ok(Reply::new(200, "text/plain; version=0.0.4; charset=utf-8", counted.handle.render()))
}
