//! A request taken apart: its head at once, its body only when whoever sends it was let in, and
//! no more of it than the route takes.

use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use axum::RequestExt;
use axum::body::{Body, Bytes, HttpBody, to_bytes};
use axum::extract::{ConnectInfo, RawPathParams, Request};

use crate::client;
use crate::desk::Raw;
use crate::fault::Fault;
use crate::form::Upload;

/// Most fields and files that one form has.
const MOST_FIELDS: usize = 500;
/// What is thrown away of a body that was refused, so that who sends it can read the answer:
/// a connection that is closed on bytes not taken is reset, and the answer lost with it.
const THROWN: usize = 64 << 10;
/// The same of whoever was let in and sends too much.
const THROWN_OF_OURS: usize = 2 << 20;
/// And for how long.
const THROWING: Duration = Duration::from_secs(5);

/// The head of a request, and its body, of which nothing was read.
pub async fn apart(request: Request, proxies: &[IpAddr]) -> (Raw, Body) {
    let mut request = request;
    let params = request.extract_parts::<RawPathParams>().await;
    let params = params.iter().flatten().map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    let (parts, body) = request.into_parts();
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(a)| a.ip());
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
    let raw = Raw {
        method: parts.method.as_str().to_owned(),
        path: parts.uri.path().to_owned(),
        query: parts.uri.query().unwrap_or("").to_owned(),
        local: peer.is_some_and(|ip| client::local(ip, &parts.headers, proxies)),
        address: peer.map(|ip| client::address(ip, &parts.headers, proxies)),
        params,
        headers,
        ..Raw::default()
    };
    (raw, body)
}

/// Whether there is a body that its route reads.
pub fn is_sent(raw: &Raw, body: &Body) -> bool {
    !matches!(raw.method.as_str(), "GET" | "HEAD") && !body.is_end_stream()
}

/// Reads the body of a request, up to so many bytes.
///
/// # Errors
/// It is longer, is no form though it says so, or has too many fields.
pub async fn read(raw: &mut Raw, body: Body, limit: usize) -> Result<(), Fault> {
    let body = to_bytes(body, limit).await.map_err(|_| Fault::too_large())?;
    let kind = raw.headers.get("content-type").cloned().unwrap_or_default();
    match multer::parse_boundary(&kind) {
        Ok(boundary) => (raw.fields, raw.files) = multipart(body, boundary).await?,
        Err(_) => raw.body = body.to_vec(),
    }
    Ok(())
}

/// Lets a body go of which nothing was read: beside the answer, a little of it is thrown away. Who
/// waits to be told to go on sends nothing.
pub fn let_go(raw: &Raw, body: Body, ours: bool) {
    if raw.headers.contains_key("expect") {
        return;
    }
    let most = if ours { THROWN_OF_OURS } else { THROWN };
    tokio::spawn(async move {
        // Whether it came to its end is nobody's concern any more.
        let _ = tokio::time::timeout(THROWING, to_bytes(body, most)).await;
    });
}

type Form = (Vec<(String, String)>, Vec<Upload>);

async fn multipart(body: Bytes, boundary: String) -> Result<Form, Fault> {
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
