//! Plain text: one file, one report.

use super::{Content, MAX_UNIT, Refusal, Unit};

/// The unit of a plain text file.
pub fn unit(name: &str, bytes: &[u8]) -> Unit {
    Unit { label: name.to_owned(), content: content(bytes) }
}

fn content(bytes: &[u8]) -> Result<Content, Refusal> {
    let raw = utf8(bytes)?;
    let text = raw.strip_prefix('\u{feff}').map(str::to_owned);
    Ok(Content { raw, text, extractor: "text/1", ..Content::default() })
}

/// Bytes as UTF-8 within the limit of a unit.
pub(super) fn utf8(bytes: &[u8]) -> Result<String, Refusal> {
    if bytes.len() > MAX_UNIT {
        let why = format!(
            "the report has {} bytes, more than the {MAX_UNIT} that are taken",
            bytes.len()
        );
        return Err(Refusal::new(why, "split it"));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.contains('\0') => {
            Err(Refusal::new("the file holds zero bytes and is no text", "send text"))
        }
        Ok(text) => Ok(text.to_owned()),
        Err(e) => {
            let line = 1 + bytes[..e.valid_up_to()].iter().filter(|b| **b == b'\n').count();
            let why = format!("not UTF-8 (line {line}, byte {})", e.valid_up_to() + 1);
            Err(Refusal::new(why, "convert it, for example: iconv -f windows-1256 -t utf-8"))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(bytes: &[u8], why: &str) {
        let refusal = content(bytes).expect_err("must be refused");
        assert!(refusal.why.contains(why), "{}", refusal.why);
    }

    #[test]
    fn what_is_no_text_is_refused_with_the_place() {
        refused(
            "سطر\nسطر "
                .as_bytes()
                .iter()
                .chain(b"\xe5\xcf")
                .copied()
                .collect::<Vec<_>>()
                .as_slice(),
            "line 2",
        );
        refused(b"a\0b", "zero bytes");
    }
}
