//! Standard output and error. A reader that has seen enough (`| head`) closes them: that is no
//! failure.

use std::fmt::Display;
use std::io::Write;

/// Writes text to standard output; ends the program quietly when nobody reads it any more.
pub fn put(text: impl Display) {
    let mut out = std::io::stdout().lock();
    match write!(out, "{text}").and_then(|()| out.flush()) {
        Ok(()) => {}
        Err(e) if e.kind() == std::io::ErrorKind::BrokenPipe => std::process::exit(0),
        Err(e) => {
            note(format_args!("hudna: standard output cannot be written: {e}"));
            std::process::exit(2);
        }
    }
}

/// Writes a line.
pub fn put_line(text: impl Display) {
    put(format_args!("{text}\n"));
}

/// Writes a line to standard error; when nobody reads it the work goes on.
pub fn note(text: impl Display) {
    let _ = writeln!(std::io::stderr().lock(), "{text}");
}
