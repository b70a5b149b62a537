//! Puts the messages of the pages, one file a topic and language, behind those of the brief.

use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let folder = Path::new("../../templates/messages/pages");
    println!("cargo::rerun-if-changed={}", folder.display());
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it for build scripts"));
    for lang in ["ar", "en"] {
        let mut files: Vec<PathBuf> = fs::read_dir(folder)
            .map(|list| list.flatten().map(|entry| entry.path()).collect())
            .unwrap_or_default();
        files.retain(|f| f.to_string_lossy().ends_with(&format!(".{lang}.ftl")));
        files.sort();
        let mut all = String::new();
        for file in files {
            println!("cargo::rerun-if-changed={}", file.display());
            all.push_str(&fs::read_to_string(&file).expect("a listed file can be read"));
            all.push('\n');
        }
        fs::write(out.join(format!("pages.{lang}.ftl")), all).expect("the folder is cargo's own");
    }
}
