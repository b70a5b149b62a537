//! Headers that every answer carries.

/// Nothing but what this server itself sends, no frames, no base, forms to this server alone.
pub const CSP: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; \
    connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Names and values.
pub fn headers(secure: bool) -> Vec<(&'static str, &'static str)> {
    let mut out = vec![
        ("content-security-policy", CSP),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("permissions-policy", "camera=(), geolocation=(), microphone=()"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("x-frame-options", "DENY"),
    ];
    if secure {
        out.push(("strict-transport-security", "max-age=31536000"));
    }
    out
}
