//! A small HTTP/1.1 client that keeps its connection.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::time::Duration;

/// The longest wait for a server that says nothing.
const PATIENCE: Duration = Duration::from_secs(60);
/// The longest line of a head or of a chunk's size, bytes.
const LINE: u64 = 64 * 1024;

/// What a server answered.
#[derive(Debug, PartialEq, Eq)]
pub struct Reply {
    /// Status.
    pub status: u16,
    /// Headers as sent, names in small letters.
    pub headers: Vec<(String, String)>,
    /// Body, chunks joined.
    pub body: Vec<u8>,
}

impl Reply {
    /// The first header of a name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(n, _)| n == name).map(|(_, v)| v.as_str())
    }

    /// The cookies it sets as a request sends them back.
    pub fn cookies(&self) -> String {
        let set = self.headers.iter().filter(|(n, _)| n == "set-cookie");
        let pairs: Vec<&str> = set.filter_map(|(_, v)| v.split(';').next()).collect();
        pairs.join("; ")
    }
}

fn wrong(what: &str) -> io::Error {
    io::Error::new(io::ErrorKind::InvalidData, what.to_owned())
}

fn line(input: &mut impl BufRead) -> io::Result<String> {
    let mut out = String::new();
    input.take(LINE).read_line(&mut out)?;
    match out.strip_suffix('\n') {
        Some(text) => Ok(text.strip_suffix('\r').unwrap_or(text).to_owned()),
        None => Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the reply ends in a line")),
    }
}

/// Reads one reply: its body by its length, by its chunks, else to the end of the connection.
///
/// # Errors
/// The connection ends or breaks before the reply does, or what comes is no HTTP.
pub fn reply(input: &mut impl BufRead) -> io::Result<Reply> {
    let first = line(input)?;
    let status = first.strip_prefix("HTTP/1.").and_then(|rest| rest.split(' ').nth(1));
    let status = status.and_then(|s| s.parse().ok()).ok_or_else(|| wrong("no status line"))?;
    let mut headers = Vec::new();
    loop {
        let text = line(input)?;
        if text.is_empty() {
            break;
        }
        let (name, value) = text.split_once(':').ok_or_else(|| wrong("a header without a name"))?;
        headers.push((name.to_ascii_lowercase(), value.trim().to_owned()));
    }
    let mut out = Reply { status, headers, body: Vec::new() };
    out.body = body(input, &out)?;
    Ok(out)
}

fn body(input: &mut impl BufRead, head: &Reply) -> io::Result<Vec<u8>> {
    if matches!(head.status, 100..200 | 204 | 304) {
        return Ok(Vec::new());
    }
    if head.header("transfer-encoding").is_some_and(|v| v.eq_ignore_ascii_case("chunked")) {
        return chunks(input);
    }
    let mut out = Vec::new();
    match head.header("content-length") {
        Some(told) => {
            let length = told.parse().map_err(|_| wrong("a length that is no number"))?;
            exactly(input, length, &mut out)?;
        }
        None => {
            input.read_to_end(&mut out)?;
        }
    }
    Ok(out)
}

fn chunks(input: &mut impl BufRead) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    loop {
        let told = line(input)?;
        let size = told.split(';').next().unwrap_or_default().trim();
        let size = u64::from_str_radix(size, 16).map_err(|_| wrong("a chunk without a size"))?;
        if size == 0 {
            while !line(input)?.is_empty() {}
            return Ok(out);
        }
        exactly(input, size, &mut out)?;
        if !line(input)?.is_empty() {
            return Err(wrong("a chunk is longer than its size"));
        }
    }
}

fn exactly(input: &mut impl BufRead, length: u64, out: &mut Vec<u8>) -> io::Result<()> {
    let read = input.take(length).read_to_end(out)?;
    if read as u64 == length {
        return Ok(());
    }
    Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the reply is shorter than it says"))
}

/// A question to a server.
#[derive(Debug, Clone, Default)]
pub struct Ask {
    /// Path with its query, as it stands in the address.
    pub path: String,
    /// JSON to post; nothing for a GET.
    pub post: Option<String>,
}

/// A client of one server; it connects when it is asked and again after a failure.
pub struct Client {
    host: String,
    headers: String,
    open: Option<BufReader<TcpStream>>,
}

impl Client {
    /// A client of `host:port` that sends these headers, each ended by CR LF, with each question.
    pub fn new(host: &str, headers: &str) -> Client {
        Client { host: host.to_owned(), headers: headers.to_owned(), open: None }
    }

    /// Asks and waits for the whole answer.
    ///
    /// # Errors
    /// No connection, or no reply on it.
    pub fn ask(&mut self, ask: &Ask) -> io::Result<Reply> {
        let mut stream = match self.open.take() {
            Some(stream) => stream,
            None => self.connect()?,
        };
        stream.get_mut().write_all(&self.written(ask))?;
        let out = reply(&mut stream)?;
        let ends = out.header("connection").is_some_and(|v| v.eq_ignore_ascii_case("close"));
        self.open = (!ends).then_some(stream);
        Ok(out)
    }

    fn connect(&self) -> io::Result<BufReader<TcpStream>> {
        let stream = TcpStream::connect(&self.host)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(PATIENCE))?;
        Ok(BufReader::new(stream))
    }

    fn written(&self, ask: &Ask) -> Vec<u8> {
        let (method, body) = ask.post.as_ref().map_or(("GET", ""), |body| ("POST", body));
        let kind = match ask.post {
            Some(_) => {
                format!("content-type: application/json\r\ncontent-length: {}\r\n", body.len())
            }
            None => String::new(),
        };
        let (path, host, more) = (&ask.path, &self.host, &self.headers);
        format!("{method} {path} HTTP/1.1\r\nhost: {host}\r\n{more}{kind}\r\n{body}").into_bytes()
    }
}

/// A value of a query as an address spells it.
pub fn encoded(text: &str) -> String {
    let one = |b: u8| match b {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(b).to_string(),
        _ => format!("%{b:02X}"),
    };
    text.bytes().map(one).collect()
}
