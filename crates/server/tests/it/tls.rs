//! TLS, with a certificate that was made for this test alone and guards nothing.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::sync::Arc;

use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};

use crate::client::{head, parsed};
use crate::world::World;

/// Of 127.0.0.1, until 2126.
const CERTIFICATE: &str = "\
-----BEGIN CERTIFICATE-----
MIIBjzCCATWgAwIBAgIUdB98+WHMkLUZMjnVuvkoiGeuFBAwCgYIKoZIzj0EAwIw
FTETMBEGA1UEAwwKaHVkbmEgdGVzdDAgFw0yNjExMjYxODMwMTNaGA8yMTI2MTEw
MjE4MzAxM1owFTETMBEGA1UEAwwKaHVkbmEgdGVzdDBZMBMGByqGSM49AgEGCCqG
SM49AwEHA0IABK/DMvBVkqy2QZCuGEqT8qKVV5QcvS8C8qipR2nNu22vmhdVl/+V
4D0UBCgxJKOU8Epq9tkBW76e8PnxKOW7FmOjYTBfMB0GA1UdDgQWBBT3EFPrM9Th
kF7if1Bz13QKdaSiVzAfBgNVHSMEGDAWgBT3EFPrM9ThkF7if1Bz13QKdaSiVzAP
BgNVHREECDAGhwR/AAABMAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSAAwRQIg
Xs4yjm1UHw7ssdugp5QGR+v1FwDF+RuEpE69YYE76xgCIQDivYnLn0wc3zpOiLMW
Pnrjc0Y/rAnHd1KJEluC3ezHtw==
-----END CERTIFICATE-----
";

const KEY: &str = "\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgTJjyRTFk5WFqq6S8
hoCovzm/I6myubm7mUAwlvKVN/ehRANCAASvwzLwVZKstkGQrhhKk/KilVeUHL0v
AvKoqUdpzbttr5oXVZf/leA9FAQoMSSjlPBKavbZAVu+nvD58SjluxZj
-----END PRIVATE KEY-----
";

fn client() -> ClientConfig {
    let mut roots = RootCertStore::empty();
    let certificate = CertificateDer::from_pem_slice(CERTIFICATE.as_bytes());
    roots.add(certificate.expect("a certificate")).expect("a root");
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = ClientConfig::builder_with_provider(provider);
    let config = config.with_safe_default_protocol_versions().expect("versions");
    config.with_root_certificates(roots).with_no_client_auth()
}

#[test]
fn it_speaks_tls_with_the_certificate_it_was_given() {
    let folder = tempfile::tempdir().expect("a folder");
    let (chain, key) = (folder.path().join("chain.pem"), folder.path().join("key.pem"));
    std::fs::write(&chain, CERTIFICATE).expect("a file");
    std::fs::write(&key, KEY).expect("a file");
    let world = World::with(|config| config.tls = Some((chain, key)));
    let name = ServerName::from(world.at.ip());
    let connection = ClientConnection::new(Arc::new(client()), name).expect("a connection");
    let stream = TcpStream::connect(world.at).expect("the server listens");
    let mut stream = StreamOwned::new(connection, stream);
    let request = head(world.at, "GET", "/signin", &[], 0);
    stream.write_all(request.as_bytes()).expect("the certificate is the one that was given");
    let mut bytes = Vec::new();
    let _ = stream.read_to_end(&mut bytes);
    let answer = parsed(&bytes);
    assert_eq!(answer.status, 200);
    assert!(answer.header("strict-transport-security").is_some());
    let cookie = answer.header("set-cookie").unwrap_or_default();
    assert!(cookie.contains("; Secure"), "{cookie}");
    // Without TLS nothing is said that could be read on the way.
    let mut plain = TcpStream::connect(world.at).expect("the server listens");
    let _ = plain.write_all(request.as_bytes());
    let mut bytes = Vec::new();
    let _ = plain.read_to_end(&mut bytes);
    assert!(!bytes.starts_with(b"HTTP/1.1 200"), "{bytes:?}");
}
