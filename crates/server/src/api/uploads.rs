//! Files piece by piece over a bad line, as `docs/formats/intake.md` has it. A piece is durable
//! before the answer: its bytes are, and only then the offset that counts them.

use std::fs::{self, File, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{fault, told};
use crate::desk::Ctx;
use crate::fault::Fault;
use crate::form::{self, Upload};
use crate::reply::Reply;

/// Largest file, in bytes.
pub const MOST_BYTES: u64 = 8 << 20;
/// Open uploads of one session.
pub const MOST_OPEN: usize = 5;
/// After so many hours an upload is gone.
pub const HOURS: i64 = 24;
/// Hexadecimal digits of an id.
const ID: usize = 32;
/// Characters of a name or type that are kept.
const MOST_NAME: usize = 200;

/// What is kept beside the bytes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Kept {
    name: String,
    kind: String,
    total: u64,
    /// Bytes that are durable.
    offset: u64,
    /// Seconds since 1970.
    made: i64,
    /// A submission took it.
    used: bool,
}

/// The uploads of one person or guest.
pub struct Shelf {
    folder: PathBuf,
    now: i64,
}

impl Shelf {
    /// That of whoever asks.
    ///
    /// # Errors
    /// Nobody is signed in, or the store fails.
    pub fn of(ctx: &Ctx<'_>) -> Result<Shelf, Fault> {
        let owner = ctx
            .ask
            .owner()
            .ok_or_else(|| Fault::from(hudna::Told::error("told-not-signed-in", &[])))?;
        let plain: String =
            owner.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        let folder = ctx.desk.live.store()?.folder().join("uploads");
        let now = ctx.desk.live.env().now().seconds();
        sweep(&folder, now);
        Ok(Shelf { folder: folder.join(plain), now })
    }

    fn paths(&self, id: &str) -> Result<(PathBuf, PathBuf), Fault> {
        let fits = id.len() == ID && id.bytes().all(|b| b.is_ascii_hexdigit());
        if !fits {
            return Err(Fault::not_found());
        }
        let id = id.to_ascii_lowercase();
        Ok((self.folder.join(format!("{id}.part")), self.folder.join(format!("{id}.json"))))
    }

    /// What is kept of an id; none where nothing was sent.
    fn kept(&self, id: &str) -> Result<Option<Kept>, Fault> {
        let Ok(bytes) = fs::read(self.paths(id)?.1) else { return Ok(None) };
        let kept: Kept = serde_json::from_slice(&bytes).map_err(Fault::ours)?;
        Ok(Some(kept))
    }

    /// Those that no submission took yet.
    fn open(&self) -> usize {
        let files = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        let kept = files.filter_map(|f| {
            let path = f.path();
            let meta = path.extension().is_some_and(|e| e == "json");
            let bytes = meta.then(|| fs::read(&path).ok()).flatten()?;
            serde_json::from_slice::<Kept>(&bytes).ok()
        });
        kept.filter(|k| !k.used).count()
    }

    /// Puts a piece to an upload: its bytes first, then the offset.
    fn put(&self, id: &str, kept: &Kept, piece: &[u8]) -> Result<Kept, Fault> {
        fs::create_dir_all(&self.folder).map_err(Fault::ours)?;
        let (part, _) = self.paths(id)?;
        let mut file = OpenOptions::new().create(true).truncate(false).write(true).open(&part);
        let file = file.as_mut().map_err(|e| Fault::ours(&*e))?;
        // What a piece before left behind when it broke off is written over.
        file.set_len(kept.offset).map_err(Fault::ours)?;
        file.seek(SeekFrom::End(0)).map_err(Fault::ours)?;
        file.write_all(piece).and_then(|()| file.sync_all()).map_err(Fault::ours)?;
        let now = Kept { offset: kept.offset + piece.len() as u64, ..kept.clone() };
        self.note(id, &now)?;
        Ok(now)
    }

    fn note(&self, id: &str, kept: &Kept) -> Result<(), Fault> {
        let (_, meta) = self.paths(id)?;
        let new = meta.with_extension("new");
        let bytes = serde_json::to_vec(kept).map_err(Fault::ours)?;
        let mut file = File::create(&new).map_err(Fault::ours)?;
        file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(Fault::ours)?;
        fs::rename(&new, &meta).map_err(Fault::ours)?;
        // The name is durable when its folder is.
        File::open(&self.folder).and_then(|f| f.sync_all()).map_err(Fault::ours)
    }

    /// An upload that is whole.
    ///
    /// # Errors
    /// There is none, it is not whole, or a submission took it.
    pub fn read(&self, id: &str) -> Result<Upload, Fault> {
        let kept = self.kept(id)?.ok_or_else(Fault::not_found)?;
        if kept.used {
            return Err(gone());
        }
        if kept.offset != kept.total {
            return Err(fault(409, "upload_offset", "w-api-upload-part"));
        }
        let bytes = fs::read(self.paths(id)?.0).map_err(Fault::ours)?;
        Ok(Upload { field: "file".to_owned(), name: kept.name, kind: kept.kind, bytes })
    }

    /// Marks an upload as taken by a submission; it cannot be taken twice.
    ///
    /// # Errors
    /// There is none, or the disk fails.
    pub fn spend(&self, id: &str) -> Result<(), Fault> {
        let kept = self.kept(id)?.ok_or_else(Fault::not_found)?;
        self.note(id, &Kept { used: true, ..kept })?;
        // The bytes are with the submission now; a file that stays is swept after a day.
        let _ = fs::remove_file(self.paths(id)?.0);
        Ok(())
    }
}

/// The files of a form: those that came with it, and those that its fields `upload` name.
///
/// # Errors
/// An upload that is none of whoever asks, not whole, or used.
pub fn sent(ctx: &Ctx<'_>) -> Result<Vec<Upload>, Fault> {
    let came = ctx.ask.files.iter().filter(|f| f.field == "file" && !f.bytes.is_empty());
    let mut out: Vec<Upload> = came.cloned().collect();
    let ids = ctx.ask.fields("upload");
    if !ids.is_empty() {
        let shelf = Shelf::of(ctx)?;
        for id in ids {
            out.push(shelf.read(&id)?);
        }
    }
    Ok(out)
}

/// Marks the uploads of a form as used by its submission.
///
/// # Errors
/// The disk fails.
pub fn spent(ctx: &Ctx<'_>) -> Result<(), Fault> {
    let ids = ctx.ask.fields("upload");
    if ids.is_empty() {
        return Ok(());
    }
    let shelf = Shelf::of(ctx)?;
    ids.iter().try_for_each(|id| shelf.spend(id))
}

fn gone() -> Fault {
    fault(410, "gone", "w-api-upload-gone")
}

/// Wipes what is older than a day, of everybody.
fn sweep(folder: &Path, now: i64) {
    for owner in fs::read_dir(folder).into_iter().flatten().flatten() {
        for file in fs::read_dir(owner.path()).into_iter().flatten().flatten() {
            let meta = file.path();
            if meta.extension().is_none_or(|e| e != "json") {
                continue;
            }
            let kept = fs::read(&meta).ok().and_then(|b| serde_json::from_slice::<Kept>(&b).ok());
            if kept.is_none_or(|k| now - k.made >= HOURS * 3600) {
                // The next round takes what cannot be taken now.
                let _ = fs::remove_file(meta.with_extension("part"));
                let _ = fs::remove_file(&meta);
            }
        }
        // Only an empty folder can be removed.
        let _ = fs::remove_dir(owner.path());
    }
}

/// `HEAD /uploads/{id}`: how far it has come.
pub fn head(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let kept = Shelf::of(ctx)?.kept(ctx.ask.param("id"))?.ok_or_else(Fault::not_found)?;
    if kept.used {
        return Err(gone());
    }
    let reply = Reply::json(&serde_json::json!({ "offset": kept.offset, "length": kept.total }));
    Ok(at(reply, kept.offset).header("upload-length", kept.total.to_string()))
}

fn at(reply: Reply, offset: u64) -> Reply {
    reply.header("upload-offset", offset.to_string()).header("cache-control", "no-store")
}

/// `PUT /uploads/{id}`: the next piece.
pub fn put(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let (ask, id) = (ctx.ask, ctx.ask.param("id"));
    if ask.header("content-type") != Some("application/octet-stream") {
        return Err(fault(415, "unsupported_type", "w-api-unsupported"));
    }
    let (from, to, total) = range(ask.header("content-range").unwrap_or_default())
        .filter(|(from, to, _)| to - from + 1 == ask.body.len() as u64)
        .ok_or_else(|| fault(400, "bad_range", "w-api-bad-range"))?;
    let shelf = Shelf::of(ctx)?;
    let known = shelf.kept(id)?;
    if known.as_ref().is_some_and(|k| k.used) {
        return Err(gone());
    }
    if total > MOST_BYTES || (known.is_none() && shelf.open() >= MOST_OPEN) {
        return Err(Fault::too_large());
    }
    let told = |name: &str| decoded(ask.header(name).unwrap_or_default());
    let kept = known.unwrap_or_else(|| {
        let (name, kind) = (told("upload-name"), told("upload-type"));
        Kept { name, kind, total, offset: 0, made: shelf.now, used: false }
    });
    if kept.total != total {
        return Err(fault(400, "bad_range", "w-api-bad-range"));
    }
    if from != kept.offset || to >= total {
        return Ok(elsewhere(ctx, kept.offset));
    }
    let now = shelf.put(id, &kept, &ask.body)?;
    Ok(at(Reply { status: 204, headers: Vec::new(), body: Vec::new() }, now.offset))
}

fn elsewhere(ctx: &Ctx<'_>, offset: u64) -> Reply {
    let what = ctx.say().text("w-api-upload-offset", &[]);
    at(Reply::json(&told(ctx.say(), 409, "upload_offset", &what)).status(409), offset)
}

/// `bytes FROM-TO/TOTAL`.
fn range(text: &str) -> Option<(u64, u64, u64)> {
    let (part, total) = text.strip_prefix("bytes ")?.split_once('/')?;
    let (from, to) = part.split_once('-')?;
    let (from, to, total) = (from.parse().ok()?, to.parse().ok()?, total.parse().ok()?);
    (from <= to && to < total).then_some((from, to, total))
}

/// A percent-encoded text, without what no name holds.
fn decoded(text: &str) -> String {
    let plus = text.replace('+', "%2B");
    let pairs = form::pairs(&format!("x={plus}"));
    let whole = pairs.into_iter().next().map(|(_, v)| v).unwrap_or_default();
    whole.chars().filter(|c| !c.is_control()).take(MOST_NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<(u64, u64, u64)>) {
        assert_eq!(range(text), expected);
    }

    #[test]
    fn ranges_lie_within_their_file() {
        check("bytes 0-9/10", Some((0, 9, 10)));
        check("bytes 5-5/10", Some((5, 5, 10)));
        check("bytes 5-4/10", None);
        check("bytes 0-10/10", None);
        check("bytes 0-0/*", None);
        check("0-9/10", None);
    }

    fn shelf(folder: &Path, now: i64) -> Shelf {
        Shelf { folder: folder.join("uploads/P-1"), now }
    }

    fn new(total: u64) -> Kept {
        Kept { name: "x".into(), kind: String::new(), total, offset: 0, made: 0, used: false }
    }

    #[test]
    fn pieces_make_the_file_and_it_is_taken_once() {
        let folder = tempfile::tempdir().expect("a folder");
        let (shelf, id) = (shelf(folder.path(), 0), "0123456789abcdef0123456789abcdef");
        let first = shelf.put(id, &new(5), b"abc").expect("a piece is stored");
        assert_eq!(first.offset, 3);
        assert_eq!(shelf.read(id).err().map(|f| f.code), Some("upload_offset"));
        // Another piece broke off after some of its bytes.
        let (part, _) = shelf.paths(id).expect("an id");
        fs::write(&part, b"abcXX").expect("a broken piece");
        shelf.put(id, &first, b"de").expect("a piece is stored");
        assert_eq!(shelf.read(id).ok().map(|u| u.bytes), Some(b"abcde".to_vec()));
        shelf.spend(id).expect("it is there");
        assert_eq!(shelf.read(id).err().map(|f| f.code), Some("gone"));
        assert!(!part.exists());
    }

    #[test]
    fn what_is_a_day_old_is_wiped() {
        let folder = tempfile::tempdir().expect("a folder");
        let (shelf, id) = (shelf(folder.path(), 0), "0123456789abcdef0123456789abcdef");
        shelf.put(id, &new(5), b"abc").expect("a piece is stored");
        sweep(&folder.path().join("uploads"), HOURS * 3600 - 1);
        assert_eq!(shelf.open(), 1);
        sweep(&folder.path().join("uploads"), HOURS * 3600);
        assert_eq!(shelf.open(), 0);
        assert!(!shelf.folder.exists());
    }

    #[test]
    fn ids_are_hexadecimal_and_lead_nowhere_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let shelf = shelf(folder.path(), 0);
        for id in ["", "../../ledger", "0123456789abcdef0123456789abcdeg"] {
            assert!(shelf.paths(id).is_err(), "{id}");
        }
    }
}
