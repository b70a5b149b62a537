//! From the network to handlers and back: limits, timeouts, TLS, the end of it.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use std::time::{Duration, Instant};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{ConnectInfo, RawPathParams, Request};
use axum::http::{HeaderName, HeaderValue, Response};
use axum::routing::any;
use axum_server::Handle;
use axum_server::tls_rustls::RustlsConfig;
use hudna::live::Live;
use tower_http::compression::CompressionLayer;

use crate::config::Config;
use crate::desk::{Desk, Raw};
use crate::fault::Fault;
use crate::form::Upload;
use crate::reply::Reply;
use crate::routes::{self, Route, SMALL};
use crate::safety;

/// How long requests under way may go on when the server ends.
const GRACE: Duration = Duration::from_secs(10);
/// Most fields and files that one form has.
const MOST_FIELDS: usize = 500;

/// A server that runs.
pub struct Served {
    /// Where it listens.
    pub address: SocketAddr,
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
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    let handle = Handle::new();
    let (told, listening) = std::sync::mpsc::channel();
    let (server, watched) = (handle.clone(), handle.clone());
    let thread = std::thread::Builder::new().name("hudna-serve".into()).spawn(move || {
        runtime.block_on(async move {
            tokio::spawn(signals(watched.clone()));
            let seen = watched.clone();
            tokio::spawn(async move {
                let _ = told.send(seen.listening().await);
            });
            listen(desk, server).await
        })
    })?;
    match listening.recv() {
        Ok(Some(address)) => Ok(Served { address, handle, thread }),
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
    crate::limit::limited(whole, desk.config.rate, desk.config.behind_tls)
}

async fn handle(
    desk: Arc<Desk>,
    path: &'static str,
    routes: Arc<Vec<Route>>,
    request: Request,
) -> Response<Body> {
    let begun = Instant::now();
    let method = request.method().as_str().to_owned();
    let limit = match routes.iter().find(|r| r.method == method) {
        Some(route) if route.files && is_somebody(&request) => desk.config.max_body,
        _ => SMALL,
    };
    let reply = match tokio::time::timeout(desk.config.timeout, raw(request, limit)).await {
        Ok(Ok(raw)) => answered(Arc::clone(&desk), routes, raw).await,
        Ok(Err(fault)) => plain(&fault),
        Err(_) => plain(&Fault::timeout()),
    };
    desk.counted.request(path, &method, reply.status, begun.elapsed());
    tracing::info!(
        route = path,
        method,
        status = reply.status,
        ms = begun.elapsed().as_millis() as u64
    );
    response(reply, desk.config.secure())
}

/// Whether a request says at all who sends it: nobody else sends files.
fn is_somebody(request: &Request) -> bool {
    let headers = request.headers();
    headers.contains_key("cookie") || headers.contains_key("authorization")
}

/// Handlers wait for the disk, so they run off the threads that wait for the network.
async fn answered(desk: Arc<Desk>, routes: Arc<Vec<Route>>, raw: Raw) -> Reply {
    let timeout = desk.config.timeout;
    let work = tokio::task::spawn_blocking(move || desk.answer(&routes, raw));
    match tokio::time::timeout(timeout, work).await {
        Ok(Ok(reply)) => reply,
        Ok(Err(_)) => plain(&Fault::ours("a handler panicked")),
        Err(_) => plain(&Fault::timeout()),
    }
}

fn plain(fault: &Fault) -> Reply {
    Reply::new(fault.status, "text/plain; charset=utf-8", format!("{}\n", fault.code))
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

/// Takes a request apart, within limits.
async fn raw(request: Request, limit: usize) -> Result<Raw, Fault> {
    use axum::RequestExt;
    let mut request = request;
    let params = request.extract_parts::<RawPathParams>().await;
    let params = params.iter().flatten().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    let (parts, body) = request.into_parts();
    let peer: Option<IpAddr> =
        parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(a)| a.ip());
    let mut headers: BTreeMap<String, String> = BTreeMap::new();
    for (name, value) in &parts.headers {
        let value = String::from_utf8_lossy(value.as_bytes()).into_owned();
        headers
            .entry(name.as_str().to_owned())
            .and_modify(|all| {
                all.push_str(if name == "cookie" { "; " } else { ", " });
                all.push_str(&value);
            })
            .or_insert(value);
    }
    let body = to_bytes(body, limit).await.map_err(|_| Fault::too_large())?;
    let mut out = Raw {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or("").to_owned(),
        local: peer.is_some_and(|ip| ip.is_loopback()) && !headers.contains_key("x-forwarded-for"),
        params,
        headers,
        ..Raw::default()
    };
    let kind = out.headers.get("content-type").cloned().unwrap_or_default();
    match multer::parse_boundary(&kind) {
        Ok(boundary) => (out.fields, out.files) = multipart(body, boundary).await?,
        Err(_) => out.body = body.to_vec(),
    }
    Ok(out)
}

type Form = (Vec<(String, String)>, Vec<Upload>);

async fn multipart(body: axum::body::Bytes, boundary: String) -> Result<Form, Fault> {
    let bad = |_| Fault::bad("w-core-form");
    let mut form = multer::Multipart::new(Body::from(body).into_data_stream(), boundary);
    let (mut fields, mut files) = Form::default();
    while let Some(field) = form.next_field().await.map_err(bad)? {
        if fields.len() + files.len() >= MOST_FIELDS {
            return Err(Fault::too_large());
        }
        let name = field.name().unwrap_or_default().to_owned();
        let file = field.file_name().map(str::to_owned);
        let kind = field.content_type().map_or(String::new(), ToString::to_string);
        let bytes = field.bytes().await.map_err(bad)?;
        match file {
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(file) => {
                files.push(Upload { field: name, name: file, kind, bytes: bytes.to_vec() });
            }
            None => fields.push((name, String::from_utf8_lossy(&bytes).into_owned())),
        }
    }
    Ok((fields, files))
}
