//! Running the binary, and a store that followed the example.

use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use serde_json::Value;
use tempfile::TempDir;

/// The binary with a clean environment, read by rules alone: what rules read is whole without the
/// model that ships, whose own tests are in `shipped`.
pub fn hudna() -> Command {
    let mut command = as_shipped();
    command.env("HUDNA_MODEL", "none");
    command
}

/// The binary with a clean environment and the model that ships in it.
pub fn as_shipped() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hudna"));
    for name in
        ["HUDNA_STORE", "HUDNA_MODEL", "HUDNA_BIDI", "HUDNA_CONFLICT", "LC_ALL", "LC_MESSAGES"]
    {
        command.env_remove(name);
    }
    command.env("LANG", "C.UTF-8").stdin(Stdio::null());
    command
}

/// What a run gave.
pub struct Ran {
    pub code: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn of(output: Output) -> Ran {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        let code = output.status.code().expect("the program ended by itself");
        Ran { code, out: text(output.stdout), err: text(output.stderr) }
    }

    /// Standard output as one JSON value.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|e| panic!("{e}: {}", self.out))
    }

    /// Standard output as one JSON value a line.
    pub fn lines(&self) -> Vec<Value> {
        let value = |line| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e}: {line}"));
        self.out.lines().map(value).collect()
    }
}

/// Runs with these words.
pub fn run(words: &[&str]) -> Ran {
    Ran::of(hudna().args(words).output().expect("the binary runs"))
}

/// Runs with these words and the model of the data in force.
pub fn run_as_shipped(words: &[&str]) -> Ran {
    Ran::of(as_shipped().args(words).output().expect("the binary runs"))
}

/// Runs on a store.
pub fn on(store: &Path, words: &[&str]) -> Ran {
    Ran::of(hudna().args(words).arg("--store").arg(store).output().expect("the binary runs"))
}

/// Runs and gives something on standard input.
pub fn fed(words: &[&str], input: &[u8]) -> Ran {
    use std::io::Write;
    let (input_pipe, output) = (Stdio::piped(), Stdio::piped());
    let child = hudna().args(words).stdin(input_pipe).stdout(output).stderr(Stdio::piped()).spawn();
    let mut child = child.expect("the binary runs");
    // A program that refuses its options ends before it reads: what it says is what counts.
    let fed = child.stdin.take().expect("a pipe").write_all(input);
    let ended = |e: &std::io::Error| e.kind() == std::io::ErrorKind::BrokenPipe;
    assert!(fed.as_ref().err().is_none_or(ended), "the program reads: {fed:?}");
    Ran::of(child.wait_with_output().expect("the program ends"))
}

/// Exit status and a part of what is said on standard error.
pub fn check(ran: &Ran, code: i32, said: &[&str]) {
    assert_eq!(ran.code, code, "{}\n{}", ran.out, ran.err);
    for part in said {
        assert!(ran.err.contains(part), "\"{part}\" is not in: {}", ran.err);
    }
    assert!(!ran.err.contains("panicked"), "{}", ran.err);
}

/// An empty folder.
pub fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder for the test")
}

/// The example's folder.
pub fn example() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/syria-2016")
}

/// A store that followed the example; nobody changes it.
pub fn followed() -> &'static Path {
    static DONE: OnceLock<TempDir> = OnceLock::new();
    let made = DONE.get_or_init(|| {
        let made = folder();
        check(&on(made.path(), &["follow", example().to_str().expect("UTF-8")]), 0, &[]);
        made
    });
    made.path()
}

/// A copy of it, to be spoilt.
pub fn copy() -> TempDir {
    let to = folder();
    for entry in std::fs::read_dir(followed()).expect("the folder can be listed") {
        let entry = entry.expect("the folder can be listed");
        std::fs::copy(entry.path(), to.path().join(entry.file_name())).expect("a file is copied");
    }
    to
}

/// The example's story with some text in the place of other, and its files beside it.
pub fn story(from: &str, to: &str) -> TempDir {
    let dir = folder();
    let text = std::fs::read_to_string(example().join("story.toml")).expect("the story is read");
    assert!(text.contains(from), "the story has \"{from}\"");
    std::fs::write(dir.path().join("story.toml"), text.replacen(from, to, 1)).expect("written");
    std::fs::copy(example().join("counts.csv"), dir.path().join("counts.csv")).expect("copied");
    std::fs::create_dir(dir.path().join("reports")).expect("made");
    for file in std::fs::read_dir(example().join("reports")).expect("listed") {
        let file = file.expect("listed");
        let to = dir.path().join("reports").join(file.file_name());
        std::fs::copy(file.path(), to).expect("copied");
    }
    dir
}

/// The items of a list's JSON.
pub fn items(words: &[&str], name: &str) -> Vec<Value> {
    let ran = on(followed(), words);
    check(&ran, 0, &[]);
    let whole = ran.json();
    assert_eq!(whole["as_of"], "2016-05-03T21:00:00+03:00");
    assert!(whole["notice"]["en"].is_string(), "an example says what it is");
    let list = whole[name].as_array().expect("a list").clone();
    assert_eq!(whole["shown"], list.len());
    list
}
