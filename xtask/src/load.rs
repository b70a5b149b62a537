//! `cargo xtask load`: asks a running server as many people do at once, and says how long it took.
//!
//! Requests are sent at a rate, not one after another: each has a time when it is due, and its
//! figure is from then to the end of its reply, so that waiting behind slow replies counts.

mod figures;
mod http;
mod plan;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant, SystemTime, UNIX_EPOCH};

use figures::{Figures, HEADS, kilobytes};
use http::{Ask, Client};
use plan::{Held, Plan};

use crate::run::{Failure, Outcome};

const USAGE: &str =
    "usage: cargo xtask load [OPTIONS]   (a server runs: hudna serve --guest --rate 0)

  --address URL      where it listens (http://127.0.0.1:8080)
  --seconds N        how long each scenario lasts (10)
  --connections N    connections at once (4)
  --rate N           requests a second, 0 for as many as are answered (10)
  --only WORD        scenarios whose name has this word
  --token SECRET     a token of the API; without one the session of a guest is used
  --submit RATE      reports a second for --submit-seconds N (30). WRITES into the store's ledger,
                     for good: made-up reports, so only into a copy
  --soak N           all pages in turn for N seconds
  --pid PID          the server, to tell its memory (/proc/PID/status)";

/// How often memory is told while a soak runs.
const SAMPLES: u32 = 10;

struct Options {
    host: String,
    seconds: u64,
    connections: usize,
    rate: f64,
    only: String,
    token: Option<String>,
    submit: f64,
    submit_seconds: u64,
    soak: u64,
    pid: Option<u32>,
}

fn bad(what: &str) -> Failure {
    Failure(format!("{what}\n\n{USAGE}"))
}

fn number<T: std::str::FromStr>(name: &str, text: &str) -> Result<T, Failure> {
    text.parse().map_err(|_| bad(&format!("{name} takes a whole number, not `{text}`")))
}

impl Options {
    fn read(args: &[String]) -> Result<Options, Failure> {
        let mut out = Options {
            host: "127.0.0.1:8080".to_owned(),
            seconds: 10,
            connections: 4,
            rate: 10.0,
            only: String::new(),
            token: None,
            submit: 0.0,
            submit_seconds: 30,
            soak: 0,
            pid: None,
        };
        for pair in args.chunks(2) {
            let [name, value] = pair else {
                return Err(bad(&format!("{} stands alone", pair[0])));
            };
            out.take(name, value)?;
        }
        if out.connections == 0 {
            return Err(bad("--connections takes at least 1"));
        }
        Ok(out)
    }

    fn take(&mut self, name: &str, value: &str) -> Outcome {
        match name {
            "--address" => self.host = host(value)?,
            "--seconds" => self.seconds = number(name, value)?,
            "--connections" => self.connections = number(name, value)?,
            "--rate" => self.rate = f64::from(number::<u32>(name, value)?),
            "--only" => self.only = value.to_owned(),
            "--token" => self.token = Some(value.to_owned()),
            "--submit" => self.submit = f64::from(number::<u32>(name, value)?),
            "--submit-seconds" => self.submit_seconds = number(name, value)?,
            "--soak" => self.soak = number(name, value)?,
            "--pid" => self.pid = Some(number(name, value)?),
            _ => return Err(bad(&format!("no option is called {name}"))),
        }
        Ok(())
    }
}

fn host(address: &str) -> Result<String, Failure> {
    let host = address.strip_prefix("http://").map(|a| a.trim_end_matches('/'));
    let host = host.filter(|h| !h.contains('/') && !h.is_empty());
    let host = host.ok_or_else(|| bad("--address is http://HOST:PORT; TLS is not spoken here"))?;
    Ok(if host.contains(':') { host.to_owned() } else { format!("{host}:80") })
}

/// Runs all scenarios and prints their table; fails where a request failed, never for time.
pub fn run(args: &[String]) -> Outcome {
    if args == ["--help"] {
        println!("{USAGE}");
        return Ok(());
    }
    let options = Options::read(args)?;
    let headers = headers(&options)?;
    let held = Held::learn(&mut Client::new(&options.host, &headers))?;
    memory(&options, "before");
    println!("{HEADS}");
    let mut errors = 0;
    let plan = held.plan();
    let chosen = plan.iter().filter(|(name, _)| name.contains(&options.only));
    for (name, asks) in chosen {
        let pace = Pace::new(options.rate, options.seconds);
        errors += told(name, send(&options, &headers, pace, 200, |n| asks[n % asks.len()].clone()));
    }
    if options.submit > 0.0 {
        let run = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
        let pace = Pace::new(options.submit, options.submit_seconds);
        errors += told("submissions", send(&options, &headers, pace, 201, |n| held.report(run, n)));
    }
    if options.soak > 0 {
        errors += soak(&options, &headers, &plan);
    }
    memory(&options, "after");
    match errors {
        0 => Ok(()),
        n => Err(Failure(format!("{n} requests failed; the first of each scenario is told above"))),
    }
}

fn soak(options: &Options, headers: &str, plan: &Plan) -> usize {
    let most = plan.iter().map(|(_, asks)| asks.len()).max().unwrap_or(0);
    let in_turn = |at: usize| plan.iter().map(move |(_, asks)| asks[at % asks.len()].clone());
    let asks: Vec<Ask> = (0..most).flat_map(in_turn).collect();
    let pace = Pace::new(options.rate, options.soak);
    let step = Duration::from_secs(options.soak) / SAMPLES;
    let figures = thread::scope(|scope| {
        scope.spawn(|| {
            for part in 1..SAMPLES {
                thread::sleep(step);
                memory(options, &format!("after {} s", (step * part).as_secs()));
            }
        });
        send(options, headers, pace, 200, |n| asks[n % asks.len()].clone())
    });
    told("soak", figures)
}

fn told(name: &str, mut figures: Figures) -> usize {
    println!("{}", figures.row(name));
    if let Some(first) = &figures.first {
        eprintln!("{name}: {first}");
    }
    figures.errors
}

/// Memory goes to standard error, so that the table stays whole.
fn memory(options: &Options, when: &str) {
    let Some(pid) = options.pid else { return };
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let mb = |name| kilobytes(&status, name).map_or("?".to_owned(), |kb| (kb / 1024).to_string());
    eprintln!("memory {when}: {} MB, at most {} MB", mb("VmRSS"), mb("VmHWM"));
}

/// What says who asks: a token, else the session of a guest with what its forms send back.
fn headers(options: &Options) -> Result<String, Failure> {
    if let Some(token) = &options.token {
        return Ok(format!("authorization: Bearer {token}\r\n"));
    }
    let first = Ask { path: "/".to_owned(), post: None };
    let cannot = |e: std::io::Error| Failure(format!("{} does not answer: {e}", options.host));
    let reply = Client::new(&options.host, "").ask(&first).map_err(cannot)?;
    let page = String::from_utf8_lossy(&reply.body);
    let form = page.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let form = form.map_or(String::new(), |form| format!("x-csrf: {form}\r\n"));
    Ok(format!("cookie: {}\r\n{form}", reply.cookies()))
}

/// When requests are due.
#[derive(Clone, Copy)]
struct Pace {
    begun: Instant,
    rate: f64,
    lasts: Duration,
}

impl Pace {
    fn new(rate: f64, seconds: u64) -> Pace {
        Pace { begun: Instant::now(), rate, lasts: Duration::from_secs(seconds) }
    }

    /// Waits until the request of a number is due; nothing when it would be after the end.
    fn wait(self, number: usize) -> Option<Instant> {
        let after = match self.rate > 0.0 {
            true => Duration::from_secs_f64(number as f64 / self.rate),
            false => self.begun.elapsed(),
        };
        let due = self.begun + after;
        thread::sleep(due.saturating_duration_since(Instant::now()));
        (after < self.lasts).then_some(due)
    }
}

/// Sends requests from all connections; `good` is the status of a reply that is none of an error.
fn send(
    options: &Options,
    headers: &str,
    pace: Pace,
    good: u16,
    what: impl Fn(usize) -> Ask + Sync,
) -> Figures {
    let next = AtomicUsize::new(0);
    let one = || {
        let (mut client, mut out) = (Client::new(&options.host, headers), Figures::default());
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(due) = pace.wait(number) else { return out };
            once(&mut client, &what(number), good, due, &mut out);
        }
    };
    thread::scope(|scope| {
        let all: Vec<_> = (0..options.connections).map(|_| scope.spawn(one)).collect();
        let mut out = Figures::default();
        for each in all {
            out.add(each.join().expect("a connection's thread does not panic"));
        }
        out
    })
}

fn once(client: &mut Client, ask: &Ask, good: u16, due: Instant, out: &mut Figures) {
    match client.ask(ask) {
        Ok(reply) if reply.status == good => {
            out.times.push(due.elapsed());
            out.bytes += reply.body.len() as u64;
        }
        Ok(reply) => out.failed(format!("{}: status {}", ask.path, reply.status)),
        Err(why) => out.failed(format!("{}: {why}", ask.path)),
    }
}
