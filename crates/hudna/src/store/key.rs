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
    if !path.exists() {
        make(folder, &path, env)?;
    }
    let key = OperatorKey::from_seed(read(&path)?, ORIGIN);
    let key = key.map_err(|e| Error::Store(e.to_string()))?;
    match vkey(folder) {
        Ok(public) if public == key.vkey() => {}
        Ok(_) => {
            let what = format!("{VKEY_FILE} is not the public half of {KEY_FILE}");
            return Err(Error::Damaged { what });
        }
        Err(_) => {
            let public = folder.join(VKEY_FILE);
            let written = std::fs::write(&public, key.vkey() + "\n");
            written.map_err(|e| Error::store_file(&public, &e))?;
        }
    }
    Ok(key)
}

/// The verifier key beside the database.
pub(super) fn vkey(folder: &Path) -> Result<String> {
    let path = folder.join(VKEY_FILE);
    match std::fs::read_to_string(&path) {
        Ok(text) if !text.trim().is_empty() => Ok(text.trim().to_owned()),
        Ok(_) => Err(Error::Store(format!("{} is empty; restore it", path.display()))),
        Err(e) => Err(Error::Store(format!("{}: {e}; restore it", path.display()))),
    }
}

fn read(path: &Path) -> Result<[u8; 32]> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Error::Store(format!("{}: {e}; its owner must read it", path.display())))?;
    hudna_ledger::from_hex(text.trim()).ok_or_else(|| {
        let what = format!("{} is no key of 64 hex digits; restore it", path.display());
        Error::Store(what)
    })
}

/// Writes the key whole or not at all, so that a kill leaves no half of one; of two that make it
/// at once the first wins.
fn make(folder: &Path, path: &Path, env: &Env) -> Result<()> {
    if folder.join(super::DATABASE).exists() && !path.exists() {
        let what = format!("{}: the store has a database but no key; restore it", path.display());
        return Err(Error::Store(what));
    }
    let fresh = folder.join(format!("{KEY_FILE}.{}", env.object_id()));
    let write = || -> std::io::Result<()> {
        use std::io::Write;
        let mut options = std::fs::OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&fresh)?;
        writeln!(file, "{}", hudna_ledger::to_hex(&env.random::<32>()))?;
        file.sync_all()?;
        match std::fs::hard_link(&fresh, path) {
            Ok(()) => {}
            Err(e) if e.kind() == std::io::ErrorKind::AlreadyExists => {}
            // Some file systems know no links.
            Err(_) => return std::fs::rename(&fresh, path),
        }
        std::fs::remove_file(&fresh)
    };
    write()
        .inspect_err(|_| drop(std::fs::remove_file(&fresh)))
        .map_err(|e| Error::store_file(path, &e))
}
