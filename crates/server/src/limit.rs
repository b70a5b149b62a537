//! How often one address may ask.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::{HeaderValue, Request, Response, StatusCode};
use tower_governor::governor::GovernorConfigBuilder;
use tower_governor::key_extractor::KeyExtractor;
use tower_governor::{GovernorError, GovernorLayer};

/// How many seconds' worth may come at once.
const BURST: u32 = 50;

/// Counts by the address of who asks; by what a trusted proxy says, where there is one.
#[derive(Debug, Clone)]
pub struct Address {
    proxies: Arc<[IpAddr]>,
}

impl KeyExtractor for Address {
    type Key = IpAddr;

    fn extract<T>(&self, request: &Request<T>) -> Result<IpAddr, GovernorError> {
        let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|c| c.0.ip());
        let peer = peer.ok_or(GovernorError::UnableToExtractKey)?;
        Ok(crate::client::unit(peer, request.headers(), &self.proxies))
    }
}

/// The router behind the limit; a rate of 0 means no limit worth the name.
pub fn limited(router: Router, rate: u32, proxies: &[IpAddr]) -> Router {
    let rate = if rate == 0 { 1_000_000 } else { rate };
    let config = GovernorConfigBuilder::default()
        .per_nanosecond(u64::from(1_000_000_000 / rate).max(1))
        .burst_size(rate.saturating_mul(BURST))
        .key_extractor(Address { proxies: proxies.into() })
        .finish()
        .expect("neither the rate nor the burst is zero");
    router.layer(GovernorLayer::new(Arc::new(config)).error_handler(refused))
}

fn refused(error: GovernorError) -> Response<Body> {
    let mut out = Response::new(Body::from("too_many_requests\n"));
    *out.status_mut() = StatusCode::TOO_MANY_REQUESTS;
    for (name, value) in crate::safety::headers(false) {
        out.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    out.headers_mut().insert("content-type", HeaderValue::from_static("text/plain; charset=utf-8"));
    out.headers_mut().insert("cache-control", HeaderValue::from_static("no-store"));
    if let GovernorError::TooManyRequests { wait_time, .. } = error {
        out.headers_mut().insert("retry-after", wait_time.max(1).into());
    }
    out
}
