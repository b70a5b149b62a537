//! Any bytes as an Arabic report, read with the data of this repository.
//!
//! `cargo +nightly fuzz run read -- -max_len=4096`

#![no_main]

use std::path::Path;
use std::sync::LazyLock;

use hudna_model::Report;
use hudna_read::{Files, Pack, read};
use libfuzzer_sys::fuzz_target;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../data");
    let mut files = Files::new();
    gather(&root, &root, &mut files);
    Pack::load(&files).expect("the data are sound")
});

fn gather(at: &Path, root: &Path, files: &mut Files) {
    for entry in std::fs::read_dir(at).expect("the folder is there").flatten() {
        let path = entry.path();
        if path.is_dir() {
            gather(&path, root, files);
        } else if let (Ok(text), Ok(name)) =
            (std::fs::read_to_string(&path), path.strip_prefix(root))
        {
            files.insert(name.to_string_lossy().replace('\\', "/"), text);
        }
    }
}

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let scalars: Vec<char> = text.chars().collect();
    let (lang, published) = (Some("ar".into()), Some("2016-05-03".into()));
    let report = Report { id: "f".into(), text, lang, published, ..Report::default() };
    let (reading, _) = read(&report, &PACK);
    for claim in &reading.claims {
        let span = claim.evidence.span;
        let slice: String = scalars[span.start..span.end].iter().collect();
        assert_eq!(slice, claim.evidence.text);
    }
    assert_eq!(read(&report, &PACK).0, reading);
});
