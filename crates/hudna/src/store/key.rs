//! The operator's key: made at a store's first use, readable by its owner alone.

use std::path::Path;

use hudna_ledger::OperatorKey;

use crate::env::Env;
use crate::error::{Error, Result};

/// Origin of the log: the name in checkpoints and verifier keys.
pub const ORIGIN: &str = "hudna";
const KEY_FILE: &str = "operator.key";
const VKEY_FILE: &str = "operator.vkey";

pub(super) fn open_or_make(folder: &Path, env: &Env) -> Result<OperatorKey> {
    let path = folder.join(KEY_FILE);
    let seed = if path.exists() { read(&path)? } else { make(folder, &path, env)? };
    let key = OperatorKey::from_seed(seed, ORIGIN).map_err(|e| Error::Store(e.to_string()))?;
    let vkey = folder.join(VKEY_FILE);
    if !vkey.exists() {
        std::fs::write(&vkey, key.vkey() + "\n")
            .map_err(|e| Error::file(&vkey, &e, "choose a folder that you may write to"))?;
    }
    Ok(key)
}

fn read(path: &Path) -> Result<[u8; 32]> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Error::file(path, &e, "the store's key must be readable by its owner"))?;
    hudna_ledger::from_hex(text.trim()).ok_or_else(|| Error::File {
        path: path.into(),
        what: "this is no key of 64 hex digits".into(),
        remedy: "restore the file from a backup",
    })
}

fn make(folder: &Path, path: &Path, env: &Env) -> Result<[u8; 32]> {
    if folder.join(super::DATABASE).exists() {
        return Err(Error::File {
            path: path.into(),
            what: "the store has a database but no key".into(),
            remedy: "restore the key from a backup",
        });
    }
    let seed = env.random::<32>();
    let write = || -> std::io::Result<()> {
        use std::io::Write;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        writeln!(file, "{}", hudna_ledger::to_hex(&seed))?;
        file.sync_all()
    };
    write().map_err(|e| Error::file(path, &e, "choose a folder that you may write to"))?;
    Ok(seed)
}
