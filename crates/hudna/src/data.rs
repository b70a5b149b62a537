//! The data that hudna works with: compiled into the binary, or from a folder (`--data`).

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, OnceLock, PoisonError};

use hudna_model::digest::hex_digest;
use hudna_model::{Agreement, AreaShape, Party, Place};
use hudna_read::tagger::{Model, ModelError};
use hudna_read::{DataError, Files, Pack};
use include_dir::{Dir, include_dir};

use crate::error::{Error, Result};
use crate::names::heads::Heads;
use crate::names::near::Gazetteer;

static EMBEDDED: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../data");

/// Largest model file, in bytes.
pub const MAX_MODEL: u64 = 256 << 20;

/// Largest data file, in bytes.
pub const MAX_DATA_FILE: u64 = 64 << 20;

/// All data, loaded and checked.
pub struct Data {
    /// What reading needs.
    pub pack: Pack,
    /// Agreements by id.
    pub agreements: BTreeMap<String, Agreement>,
    /// Outlines of areas by place id.
    pub shapes: BTreeMap<String, AreaShape>,
    /// Places by id.
    pub places: BTreeMap<String, Place>,
    /// Parties by id.
    pub parties: BTreeMap<String, Party>,
    /// Digest of places, parties and agreements: part of the rules that made a derived row.
    pub digest: String,
    /// Nouns beside names of places.
    pub heads: Heads,
    gazetteer: OnceLock<Gazetteer>,
    /// Words of which it was found out whether they describe, by language.
    described: Mutex<HashMap<(String, String), bool>>,
    /// Places of a name in the country of an agreement, where they are one.
    soles: Mutex<HashMap<(String, String), Vec<String>>>,
}

/// Words of which it is remembered what was found out.
const REMEMBERED: usize = 100_000;

impl Data {
    /// The data of the binary.
    ///
    /// # Errors
    /// Faults of the data files, all at once.
    pub fn embedded() -> Result<Data> {
        Data::load(&embedded_files())
    }

    /// Data from a folder of the same layout.
    ///
    /// # Errors
    /// A folder that cannot be read, or faults of its files.
    pub fn from_folder(folder: &Path) -> Result<Data> {
        Data::load(&files_of(folder)?)
    }

    /// Builds the data from files by their path inside `data/`.
    ///
    /// # Errors
    /// Faults of the files, all at once.
    pub fn load(files: &Files) -> Result<Data> {
        let mut errors = Vec::new();
        let pack = Pack::load(files).map_err(Error::Data)?;
        let heads = Heads::load(files, &mut errors);
        let agreements = crate::agreements::load(files, &pack, &mut errors);
        let mut shapes = BTreeMap::new();
        for (file, text) in files {
            if file.starts_with("places/outlines/") && file.ends_with(".geojson") {
                match outlines(text) {
                    Ok(list) => shapes.extend(list.into_iter().map(|s| (s.area.clone(), s))),
                    Err(what) => errors.push(DataError::new(file, 0, what, "mend the file")),
                }
            }
        }
        if !errors.is_empty() {
            return Err(Error::Data(errors));
        }
        let places = pack.places.iter().map(|p| (p.id.clone(), p.clone())).collect();
        let parties = pack.parties.iter().map(|p| (p.id.clone(), p.clone())).collect();
        let judged = files.iter().filter(|(f, _)| !f.starts_with("lang/"));
        let digest = hex_digest(judged.flat_map(|(f, t)| [f.as_bytes(), t.as_bytes()]));
        let (gazetteer, described, soles) = Default::default();
        Ok(Data {
            pack,
            agreements,
            shapes,
            places,
            parties,
            digest,
            heads,
            gazetteer,
            described,
            soles,
        })
    }

    /// Names of places by what they have in common, made when first asked for.
    pub fn gazetteer(&self) -> &Gazetteer {
        self.gazetteer.get_or_init(|| Gazetteer::new(&self.pack.places, &self.heads))
    }

    /// Whether words describe somebody or something rather than name it, as
    /// [`hudna_read::is_description`] says.
    pub fn describes(&self, lang: &str, words: &str) -> bool {
        remembered(&self.described, (lang, words), || {
            hudna_read::is_description(&self.pack, lang, words)
        })
    }

    /// The places of a name that are one at home, as an agreement has it; `find` finds them where
    /// they are not known yet.
    pub(crate) fn sole(
        &self,
        agreement: &str,
        name: &str,
        find: impl FnOnce() -> Vec<String>,
    ) -> Vec<String> {
        remembered(&self.soles, (agreement, name), find)
    }
}

/// What is known of two texts, found where it is not known yet.
fn remembered<T: Clone>(
    of: &Mutex<HashMap<(String, String), T>>,
    (a, b): (&str, &str),
    find: impl FnOnce() -> T,
) -> T {
    let key = (a.to_owned(), b.to_owned());
    // What is behind the lock is put in its place whole.
    let known = || of.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(told) = known().get(&key) {
        return told.clone();
    }
    let told = find();
    let mut all = known();
    if all.len() < REMEMBERED {
        all.insert(key, told.clone());
    }
    told
}

/// The files of the binary's data by their path inside `data/`.
pub fn embedded_files() -> Files {
    let mut files = Files::new();
    collect(&EMBEDDED, &mut files);
    files
}

fn collect(dir: &Dir<'_>, files: &mut Files) {
    for file in dir.files() {
        if let (Some(path), Some(text)) = (file.path().to_str(), file.contents_utf8()) {
            files.insert(path.replace('\\', "/"), text.to_owned());
        }
    }
    dir.dirs().for_each(|d| collect(d, files));
}

/// Where the trained model stands inside the data.
const MODEL: &str = "models/tagger.bin";

/// The trained model of the binary, if it has one.
///
/// # Errors
/// A model that this version cannot read.
pub fn embedded_model() -> Result<Option<Model>> {
    let file = EMBEDDED.get_file(MODEL);
    file.map(|f| Model::load(f.contents()).map_err(|e| unreadable(Path::new(MODEL), &e)))
        .transpose()
}

/// The trained model of a folder of data, if it has one.
///
/// # Errors
/// A file that cannot be read or is no model.
pub fn model_of(folder: &Path) -> Result<Option<Model>> {
    let path = model_path(folder);
    path.exists().then(|| model(&path)).transpose()
}

/// A trained model from its file.
///
/// # Errors
/// A file that cannot be read or is no model.
pub fn model(path: &Path) -> Result<Model> {
    let remedy = "give a model file, or none";
    let file = std::fs::File::open(path).map_err(|e| Error::file(path, &e, remedy))?;
    let mut bytes = Vec::new();
    // Pipes and devices do not say how much they have.
    let read = file.take(MAX_MODEL + 1).read_to_end(&mut bytes);
    read.map_err(|e| Error::file(path, &e, remedy))?;
    if bytes.len() as u64 > MAX_MODEL {
        let what = format!("the file has more than the {MAX_MODEL} bytes of a model");
        return Err(Error::File { path: path.into(), what, remedy });
    }
    Model::load(bytes).map_err(|e| unreadable(path, &e))
}

/// Where the trained model of a folder of data stands.
pub fn model_path(folder: &Path) -> PathBuf {
    folder.join(MODEL)
}

/// Size of a model file in bytes; of the binary's own when none is named.
pub fn model_size(path: Option<&Path>) -> u64 {
    match path {
        Some(path) => std::fs::metadata(path).map_or(0, |m| m.len()),
        None => EMBEDDED.get_file(MODEL).map_or(0, |f| f.contents().len() as u64),
    }
}

fn unreadable(path: &Path, error: &ModelError) -> Error {
    let remedy = "train it anew for this version, or read with --model none";
    Error::File { path: path.into(), what: error.to_string(), remedy }
}

/// The text files below a folder, by their path inside it.
///
/// # Errors
/// A folder or file that cannot be read, is too large or is not UTF-8.
pub fn files_of(folder: &Path) -> Result<Files> {
    let mut files = Files::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(dir) = open.pop() {
        let list = std::fs::read_dir(&dir)
            .map_err(|e| Error::file(&dir, &e, "give the folder that holds lang/, places/ …"))?;
        for entry in list.flatten() {
            let path = entry.path();
            if path.extension().is_some_and(|e| e == "bin") {
                continue;
            }
            if path.is_dir() {
                open.push(path);
                continue;
            }
            let text = read_text(&path)?;
            if let Some(inner) = path.strip_prefix(folder).ok().and_then(Path::to_str) {
                files.insert(inner.replace('\\', "/"), text);
            }
        }
    }
    Ok(files)
}

fn read_text(path: &Path) -> Result<String> {
    let size = std::fs::metadata(path).map_or(0, |m| m.len());
    if size > MAX_DATA_FILE {
        let what = format!("the file has {size} bytes, more than {MAX_DATA_FILE}");
        return Err(Error::File { path: path.into(), what, remedy: "split it" });
    }
    std::fs::read_to_string(path).map_err(|e| Error::file(path, &e, "data files are UTF-8 text"))
}

/// An agreement from its text, held against the registers.
///
/// # Errors
/// Faults of the file, all at once.
pub fn agreement(
    file: &str,
    text: &str,
    pack: &Pack,
) -> std::result::Result<Agreement, Vec<DataError>> {
    crate::agreements::parse(file, text, None, None, pack)
}

/// Outlines from a GeoJSON collection whose features have the property `area`.
fn outlines(text: &str) -> std::result::Result<Vec<AreaShape>, String> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|e| e.to_string())?;
    let features = value["features"].as_array().ok_or("no list of features")?;
    let mut out = Vec::new();
    for feature in features {
        let Some(area) = feature["properties"]["area"].as_str() else { continue };
        let geometry = &feature["geometry"];
        let coordinates = geometry["coordinates"].clone();
        let polygons = match geometry["type"].as_str() {
            Some("Polygon") => vec![serde_json::from_value(coordinates)],
            Some("MultiPolygon") => match serde_json::from_value(coordinates) {
                Ok(list) => vec_ok(list),
                Err(e) => return Err(format!("{area}: {e}")),
            },
            other => return Err(format!("{area}: {other:?} is no polygon")),
        };
        let polygons = polygons.into_iter().collect::<std::result::Result<_, _>>();
        let polygons = polygons.map_err(|e: serde_json::Error| format!("{area}: {e}"))?;
        out.push(AreaShape { area: area.to_owned(), polygons });
    }
    Ok(out)
}

type Rings = Vec<Vec<[f64; 2]>>;

fn vec_ok(list: Vec<Rings>) -> Vec<serde_json::Result<Rings>> {
    list.into_iter().map(Ok).collect()
}
