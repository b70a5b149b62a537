//! The load generator reads replies and reckons percentiles right.

#[allow(dead_code, reason = "the command uses more of it")]
#[path = "../src/load/figures.rs"]
mod figures;
#[allow(dead_code, reason = "the command uses more of it")]
#[path = "../src/load/http.rs"]
mod http;

use std::io::{self, Cursor, Write};
use std::net::TcpListener;
use std::time::Duration;

use figures::{Figures, kilobytes, percentile};
use http::{Ask, Client, encoded, reply};

#[test]
fn a_percentile_is_one_of_the_times() {
    #[track_caller]
    fn check(times: &[u64], share: usize, expected: Option<u64>) {
        let times: Vec<Duration> = times.iter().map(|ms| Duration::from_millis(*ms)).collect();
        assert_eq!(percentile(&times, share), expected.map(Duration::from_millis));
    }
    let hundred: Vec<u64> = (1..=100).collect();
    check(&[], 50, None);
    check(&[7], 0, Some(7));
    check(&[7], 50, Some(7));
    check(&[7], 99, Some(7));
    check(&[1, 2], 50, Some(1));
    check(&[1, 2], 51, Some(2));
    check(&[1, 2, 3, 4], 95, Some(4));
    check(&hundred, 50, Some(50));
    check(&hundred, 95, Some(95));
    check(&hundred, 99, Some(99));
    check(&hundred, 100, Some(100));
}

/// Status and body of a reply, and what stands behind it; or why there is none.
#[track_caller]
fn check(sent: &str, expected: Result<(u16, &str, &str), io::ErrorKind>) {
    let mut input = Cursor::new(sent.as_bytes());
    let read = reply(&mut input).map(|r| (r.status, String::from_utf8_lossy(&r.body).into_owned()));
    let rest = &sent[usize::try_from(input.position()).expect("a short text")..];
    match (read, expected) {
        (Ok((status, body)), Ok(expected)) => {
            assert_eq!((status, body.as_str(), rest), expected);
        }
        (Err(why), Err(expected)) => assert_eq!(why.kind(), expected, "{why}"),
        (read, expected) => panic!("{read:?} where {expected:?} was expected"),
    }
}

#[test]
fn a_body_has_the_length_that_is_told() {
    let next = "HTTP/1.1 200 OK";
    check("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabcHTTP/1.1 200 OK", Ok((200, "abc", next)));
    check("HTTP/1.1 404 Not Found\r\ncontent-length:0\r\n\r\n", Ok((404, "", "")));
    check("HTTP/1.1 201 Created\r\ncontent-length: 4\r\n\r\nحرx", Ok((201, "حر", "x")));
    check("HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nabc", Err(io::ErrorKind::UnexpectedEof));
    check("HTTP/1.1 200 OK\r\ncontent-length: x\r\n\r\nabc", Err(io::ErrorKind::InvalidData));
    check("HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n", Ok((304, "", "")));
    check("HTTP/1.1 204 No Content\r\n\r\n", Ok((204, "", "")));
    check("HTTP/1.0 200 OK\r\n\r\nto the end", Ok((200, "to the end", "")));
}

#[test]
fn chunks_are_joined() {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let with = |rest: &str| format!("{head}{rest}");
    check(
        &with("3\r\nabc\r\nA;name=x\r\n0123456789\r\n0\r\n\r\nnext"),
        Ok((200, "abc0123456789", "next")),
    );
    check(&with("0\r\n\r\n"), Ok((200, "", "")));
    check(&with("0\r\ntrailer: x\r\n\r\n"), Ok((200, "", "")));
    check(&with("3\r\nabc\r\n"), Err(io::ErrorKind::UnexpectedEof));
    check(&with("3\r\nabcd\r\n0\r\n\r\n"), Err(io::ErrorKind::InvalidData));
    check(&with("zz\r\nabc\r\n"), Err(io::ErrorKind::InvalidData));
}

#[test]
fn what_is_no_reply_is_refused() {
    check("", Err(io::ErrorKind::UnexpectedEof));
    check("SSH-2.0-x\r\n\r\n", Err(io::ErrorKind::InvalidData));
    check("HTTP/1.1 fine\r\n\r\n", Err(io::ErrorKind::InvalidData));
    check("HTTP/1.1 200 OK\r\nno name\r\n\r\n", Err(io::ErrorKind::InvalidData));
    check("HTTP/1.1 200 OK\r\nname: x\r\n", Err(io::ErrorKind::UnexpectedEof));
}

#[test]
fn cookies_are_sent_back_without_their_attributes() {
    let sent = "HTTP/1.1 204 x\r\nSet-Cookie: a=1; Path=/\r\nset-cookie: b=2\r\n\r\n";
    assert_eq!(reply(&mut sent.as_bytes()).unwrap().cookies(), "a=1; b=2");
}

#[test]
fn a_connection_serves_several_questions() {
    let server = TcpListener::bind("127.0.0.1:0").unwrap();
    let host = server.local_addr().unwrap().to_string();
    let answering = std::thread::spawn(move || {
        let (mut stream, _) = server.accept().unwrap();
        stream.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 1\r\n\r\na").unwrap();
        stream.write_all(b"HTTP/1.1 201 OK\r\ncontent-length: 1\r\n\r\nb").unwrap();
        let mut heard = String::new();
        io::Read::read_to_string(&mut stream, &mut heard).unwrap();
        heard
    });
    let mut client = Client::new(&host, "x-csrf: t\r\n");
    let get = Ask { path: "/?q=1".to_owned(), post: None };
    assert_eq!(client.ask(&get).unwrap().body, b"a");
    let post = Ask { path: "/p".to_owned(), post: Some("{}".to_owned()) };
    assert_eq!(client.ask(&post).unwrap().body, b"b");
    drop(client);
    let heard = answering.join().unwrap();
    let head = format!("HTTP/1.1\r\nhost: {host}\r\nx-csrf: t\r\n");
    let body = "content-type: application/json\r\ncontent-length: 2\r\n\r\n{}";
    assert_eq!(heard, format!("GET /?q=1 {head}\r\nPOST /p {head}{body}"));
}

#[test]
fn a_row_counts_failures_and_keeps_the_first() {
    let mut all = Figures::default();
    all.times.push(Duration::from_millis(2));
    all.bytes = 10;
    let mut more = Figures::default();
    more.failed("one".to_owned());
    more.failed("two".to_owned());
    all.add(more);
    let row = all.row("name");
    let cells: Vec<&str> = row.split('|').map(str::trim).filter(|c| !c.is_empty()).collect();
    assert_eq!(cells, ["name", "3", "2", "2.0", "2.0", "2.0", "2.0", "10"]);
    assert_eq!(all.first.as_deref(), Some("one"));
}

#[test]
fn memory_is_read_from_what_the_system_tells() {
    let status = "Name:\thudna\nVmHWM:\t  204800 kB\nVmRSS:\t  102400 kB\nThreads:\t4\n";
    assert_eq!(kilobytes(status, "VmRSS"), Some(102_400));
    assert_eq!(kilobytes(status, "VmHWM"), Some(204_800));
    assert_eq!(kilobytes(status, "Vm"), None);
    assert_eq!(kilobytes(status, "Threads"), None);
}

#[test]
fn words_are_spelled_as_addresses_spell_them() {
    assert_eq!(encoded("a-b_c.9"), "a-b_c.9");
    assert_eq!(encoded("a b&ق"), "a%20b%26%D9%82");
}
