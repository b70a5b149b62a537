//! Query strings, forms and cookies as pairs of texts.

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    /// Field.
    pub field: String,
    /// Name that the sender gave it.
    pub name: String,
    /// Media type that the sender gave it.
    pub kind: String,
    /// Bytes.
    pub bytes: Vec<u8>,
}

/// Pairs of a query string or form, decoded. What is no valid percent-encoding stays as it is.
pub fn pairs(text: &str) -> Vec<(String, String)> {
    let part = |part: &str| {
        let (name, value) = part.split_once('=').unwrap_or((part, ""));
        (decoded(name), decoded(value))
    };
    text.split('&').filter(|p| !p.is_empty()).map(part).collect()
}

/// A query string of pairs.
pub fn query(pairs: &[(String, String)]) -> String {
    let part = |(name, value): &(String, String)| format!("{}={}", encoded(name), encoded(value));
    pairs.iter().map(part).collect::<Vec<_>>().join("&")
}

/// Cookies of a header.
pub fn cookies(header: &str) -> Vec<(String, String)> {
    let part = |part: &str| part.trim().split_once('=').map(|(n, v)| (n.into(), v.into()));
    header.split(';').filter_map(part).collect()
}

/// Percent-encoded as in a query.
pub fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b':' | b'/' => {
                out.push(char::from(byte));
            }
            _ => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let hex = (bytes[at] == b'%')
            .then(|| text.get(at + 1..at + 3))
            .flatten()
            .and_then(|h| u8::from_str_radix(h, 16).ok());
        match (bytes[at], hex) {
            (_, Some(byte)) => {
                out.push(byte);
                at += 2;
            }
            (b'+', _) => out.push(b' '),
            (byte, _) => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, &str)]) {
        let expected: Vec<_> =
            expected.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect();
        assert_eq!(pairs(text), expected);
    }

    #[test]
    fn pairs_are_decoded_and_what_is_broken_stays() {
        check("q=%D8%AD%D9%84%D8%A8+x&area=sy-aleppo", &[("q", "حلب x"), ("area", "sy-aleppo")]);
        check("a&b=&&c=%zz%2", &[("a", ""), ("b", ""), ("c", "%zz%2")]);
        check("", &[]);
    }

    #[test]
    fn what_is_encoded_comes_back() {
        let all = vec![("q".to_owned(), "حلب & 50% +=".to_owned())];
        assert_eq!(pairs(&query(&all)), all);
    }
}
