//! What was measured of a scenario.

use std::time::Duration;

/// Times and failures of the requests of one scenario.
#[derive(Debug, Default)]
pub struct Figures {
    /// From when a request was due to the end of its reply, of those that were answered well.
    pub times: Vec<Duration>,
    /// Requests that failed.
    pub errors: usize,
    /// Bytes of all bodies.
    pub bytes: u64,
    /// What went wrong first.
    pub first: Option<String>,
}

impl Figures {
    /// Puts the figures of another connection to these.
    pub fn add(&mut self, other: Figures) {
        self.times.extend(other.times);
        self.errors += other.errors;
        self.bytes += other.bytes;
        self.first = self.first.take().or(other.first);
    }

    /// Notes a failure.
    pub fn failed(&mut self, what: String) {
        self.errors += 1;
        self.first.get_or_insert(what);
    }

    /// A row of the table: requests, errors, three percentiles and the slowest in milliseconds,
    /// bytes of a body on average.
    pub fn row(&mut self, name: &str) -> String {
        self.times.sort_unstable();
        let n = self.times.len();
        let ms = |share| match percentile(&self.times, share) {
            Some(time) => format!("{:.1}", time.as_secs_f64() * 1000.0),
            None => "–".to_owned(),
        };
        let bytes = self.bytes.checked_div(n as u64).unwrap_or(0);
        let (p50, p95, p99, most) = (ms(50), ms(95), ms(99), ms(100));
        let (all, errors) = (n + self.errors, self.errors);
        format!(
            "| {name:<26} | {all:>8} | {errors:>6} | {p50:>8} | {p95:>8} | {p99:>8} | {most:>8} | {bytes:>8} |"
        )
    }
}

/// The heads of [`Figures::row`].
pub const HEADS: &str = "\
| scenario                   | requests | errors |   p50 ms |   p95 ms |   p99 ms |  most ms |    bytes |
|----------------------------|---------:|-------:|---------:|---------:|---------:|---------:|---------:|";

/// The smallest of sorted times that so many in a hundred do not exceed (nearest rank).
pub fn percentile(sorted: &[Duration], share: usize) -> Option<Duration> {
    let rank = (sorted.len() * share).div_ceil(100).max(1);
    sorted.get(rank - 1).copied()
}

/// A value of `/proc/PID/status` in kB, such as `VmRSS`.
pub fn kilobytes(status: &str, name: &str) -> Option<u64> {
    let of = |line: &str| line.strip_prefix(name)?.strip_prefix(':').map(str::to_owned);
    status.lines().find_map(of)?.trim().strip_suffix("kB")?.trim().parse().ok()
}
