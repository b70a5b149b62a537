//! From the network to handlers and back: limits, timeouts, TLS, the end of it.

use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::Body;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, Response};
use axum::routing::any;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hudna::live::Live;
use tower_http::compression::CompressionLayer;

use crate::config::Config;
use crate::desk::Desk;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::{self, Route};
use crate::workers::Work;
use crate::{body, safety};

/// How long requests under way may go on when the server ends.
const GRACE: Duration = Duration::from_secs(10);

/// Threads beside those of the workers.
const SPARE: usize = 8;

/// A server that runs.
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
    /// What links begin with: where people reach it.
    pub base: String,
    handle: Handle<SocketAddr>,
    thread: std::thread::JoinHandle<std::io::Result<()>>,
}

impl Served {
    /// Ends it, letting requests under way go on for some seconds.
    pub fn end(self) {
        self.handle.graceful_shutdown(Some(GRACE));
        let _ = self.thread.join();
    }

    /// Waits until a signal ends it.
    ///
    /// # Errors
    /// What the network says.
    pub fn wait(self) -> std::io::Result<()> {
        self.thread.join().unwrap_or_else(|_| Err(std::io::Error::other("the server panicked")))
    }
}

/// Begins to serve a store; returns when it listens.
///
/// # Errors
/// An address that is taken, certificates that cannot be read, templates that do not parse.
pub fn serve(live: Live, config: Config) -> std::io::Result<Served> {
    let desk = Desk::new(live, config)
        .map_err(|fault| std::io::Error::other(format!("the pages cannot be made: {fault:?}")))?;
    let desk = Arc::new(desk);
    // Those who have a place, those who watch, and what the runtime itself puts aside.
    let threads = desk.config.workers + SPARE;
    let mut runtime = tokio::runtime::Builder::new_multi_thread();
    let runtime = runtime.enable_all().max_blocking_threads(threads).build()?;
    let known = Arc::clone(&desk);
    let handle = Handle::new();
    let (told, listening) = std::sync::mpsc::channel();
    let (server, watched) = (handle.clone(), handle.clone());
    let thread = std::thread::Builder::new().name("hudna-serve".into()).spawn(move || {
        runtime.block_on(async move {
            tokio::spawn(signals(watched.clone()));
            let (seen, desk_there) = (watched.clone(), Arc::clone(&desk));
            tokio::spawn(async move {
                let address = seen.listening().await;
                address.iter().for_each(|address| desk_there.listens(*address));
                let _ = told.send(address);
            });
            listen(desk, server).await
        })
    })?;
    match listening.recv() {
        Ok(Some(address)) => Ok(Served { address, base: known.base(), handle, thread }),
        _ => Err(match thread.join() {
            Ok(Err(error)) => error,
            _ => std::io::Error::other("the server did not begin to listen"),
        }),
    }
}

/// Logs JSON lines on standard error from a level on: routes, statuses and durations, never who
/// asked or for what. What cannot be understood logs warnings.
pub fn log(level: &str) {
    let level = level.parse().unwrap_or(tracing::level_filters::LevelFilter::WARN);
    let made = tracing_subscriber::fmt().json().with_max_level(level).with_writer(std::io::stderr);
    // Whoever uses the library may log in a way of their own; then that stands.
    let _ = made.try_init();
}

async fn listen(desk: Arc<Desk>, handle: Handle<SocketAddr>) -> std::io::Result<()> {
    let app = router(&desk).into_make_service_with_connect_info::<SocketAddr>();
    let address = desk.config.listen;
    match &desk.config.tls {
        Some((chain, key)) => {
            // Another part of the program may have chosen already; then that choice stands.
            let _ = rustls::crypto::ring::default_provider().install_default();
            let tls = RustlsConfig::from_pem_file(chain, key).await?;
            axum_server::bind_rustls(address, tls).handle(handle).serve(app).await
        }
        None => axum_server::bind(address).handle(handle).serve(app).await,
    }
}

/// Ends the server when it is told to.
async fn signals(handle: Handle<SocketAddr>) {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        let kind = tokio::signal::unix::SignalKind::terminate();
        match tokio::signal::unix::signal(kind) {
            Ok(mut term) => tokio::select! { _ = interrupt => {}, _ = term.recv() => {} },
            Err(_) => drop(interrupt.await),
        }
    }
    #[cfg(not(unix))]
    drop(interrupt.await);
    handle.graceful_shutdown(Some(GRACE));
}

fn router(desk: &Arc<Desk>) -> Router {
    let mut by_path: BTreeMap<&'static str, Vec<Route>> = BTreeMap::new();
    for route in routes::all() {
        by_path.entry(route.path).or_default().push(route);
    }
    let mut router = Router::new();
    for (path, routes) in by_path {
        let (desk, routes) = (Arc::clone(desk), Arc::new(routes));
        router = router.route(
            path,
            any(move |request| handle(Arc::clone(&desk), path, Arc::clone(&routes), request)),
        );
    }
    let last = Arc::clone(desk);
    let none = Arc::new(Vec::new());
    let whole = router
        .fallback(move |request| handle(Arc::clone(&last), "other", Arc::clone(&none), request))
        .layer(CompressionLayer::new());
    crate::limit::limited(whole, desk.config.rate, &desk.config.proxies)
}

async fn handle(
    desk: Arc<Desk>,
    path: &'static str,
    routes: Arc<Vec<Route>>,
    request: Request,
) -> Response<Body> {
    let begun = Instant::now();
    let method = request.method().as_str().to_owned();
    let api = request.uri().path().starts_with("/api/");
    let reply = replied(&desk, &routes, request).await;
    let reply = reply.unwrap_or_else(|fault| desk.unreached(&fault, api));
    desk.counted.request(path, &method, reply.status, begun.elapsed());
    tracing::info!(
        route = path,
        method,
        status = reply.status,
        ms = begun.elapsed().as_millis() as u64
    );
    response(reply, desk.config.secure())
}

/// The answer to a request. Its body is read when whoever sends it was let in, not before.
async fn replied(
    desk: &Arc<Desk>,
    routes: &Arc<Vec<Route>>,
    request: Request,
) -> Result<Reply, Fault> {
    let timeout = desk.config.timeout;
    let (mut raw, body) = body::apart(request, &desk.config.proxies).await;
    let work = desk.route(routes, &raw.method).map_or(Work::Read, Route::work);
    if body::is_sent(&raw, &body) {
        let (asked, head, of) = (Arc::clone(desk), raw.head(), Arc::clone(routes));
        let limit = desk.workers.run(work, timeout, move || asked.admit(&of, head)).await;
        let limit = match limit {
            Ok(Ok(limit)) => limit,
            Ok(Err(refused)) => {
                body::let_go(&raw, body, refused.status == 413 && work != Work::Door);
                return Ok(refused);
            }
            Err(fault) => {
                body::let_go(&raw, body, false);
                return Err(fault);
            }
        };
        let read = tokio::time::timeout(timeout, body::read(&mut raw, body, limit));
        read.await.map_err(|_| Fault::timeout())??;
    }
    raw.until = Instant::now().checked_add(timeout);
    let (asked, of) = (Arc::clone(desk), Arc::clone(routes));
    desk.workers.run(work, timeout, move || asked.answer(&of, raw)).await
}

fn response(reply: Reply, secure: bool) -> Response<Body> {
    let mut out = Response::new(Body::from(reply.body));
    *out.status_mut() = axum::http::StatusCode::from_u16(reply.status).unwrap_or_default();
    for (name, value) in safety::headers(secure) {
        out.headers_mut().insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    for (name, value) in reply.headers {
        if let Ok(value) = HeaderValue::from_str(&value) {
            let name = HeaderName::from_static(name);
            if name == "content-security-policy" {
                out.headers_mut().insert(name, value);
            } else {
                out.headers_mut().append(name, value);
            }
        }
    }
    if !out.headers().contains_key("cache-control") {
        out.headers_mut().insert("cache-control", HeaderValue::from_static("no-store"));
    }
    out
}
