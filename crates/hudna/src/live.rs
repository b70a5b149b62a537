//! A store at work: what stands now for many who look at it, while others enter.
//!
//! Entries are durable before anybody is answered; what follows from them is worked in by a thread
//! of its own. Until then everybody sees the picture before, which says how many entries it lacks.

use std::path::Path;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use hudna_model::{Moment, Situation};

use crate::data::Data;
use crate::decide::{Desk, Who, counts_from};
use crate::derive;
use crate::env::Env;
use crate::error::{Error, Result};
use crate::facts::Facts;
use crate::names;
use crate::people::{People, Roster};
use crate::reread::{Reread, Wanted, reread};
use crate::rights::public;
use crate::search::Index;
use crate::store::Store;

/// Pictures of earlier times that are kept for whoever asks again.
const PAST: usize = 4;
/// The longest rest between two pictures.
const REST: Duration = Duration::from_secs(30);

/// Everything known when so many entries were there.
pub struct Snapshot {
    /// What the entries say.
    pub facts: Arc<Facts>,
    /// What stands.
    pub situation: Arc<Situation>,
    /// For finding things in it.
    pub index: Index,
    /// People and the mode.
    pub roster: Roster,
    /// The data by which reports are read, with the mission's own names.
    pub data: Arc<Data>,
    public: OnceLock<PublicView>,
    /// It is a picture of an earlier time.
    earlier: bool,
}

/// What the public sees, and how it finds things in it.
pub struct PublicView {
    /// What is public of a picture.
    pub situation: Arc<Situation>,
    /// For finding things in it.
    pub index: Index,
}

impl Snapshot {
    /// What the public would see if it were shown this picture: it is shown one of
    /// [`public::until`], when what was decided since was not known.
    pub fn public(&self) -> &PublicView {
        self.public.get_or_init(|| {
            let situation = match self.earlier {
                true => public::view_until(&self.situation, self.situation.as_of),
                false => public::view(&self.situation),
            };
            let index = Index::new(&situation, &self.data);
            PublicView { situation: Arc::new(situation), index }
        })
    }

    fn at(store: &Store, data: Arc<Data>, as_of: Option<Moment>) -> Result<Snapshot> {
        let facts = Facts::load(store, as_of)?;
        let situation = match derive::stored(store, &data, &facts)? {
            Some(situation) => situation,
            None => {
                let made = derive::picture(&facts, &data, derive::head(store)?)?;
                if as_of.is_none() {
                    // Others may have appended since; then the next round writes.
                    store.replace_derived(&derive::rows(&made, &data, facts.size), facts.size)?;
                }
                made
            }
        };
        let (index, roster) = (Index::new(&situation, &data), Roster::load(store)?);
        let (facts, situation) = (Arc::new(facts), Arc::new(situation));
        Ok(Snapshot {
            facts,
            situation,
            index,
            roster,
            data,
            public: OnceLock::new(),
            earlier: as_of.is_some(),
        })
    }
}

/// Makes the data anew with the names that people added to a store.
type Grow = Box<dyn Fn(&Store) -> Result<Data> + Send + Sync>;

/// What the thread that works entries in is told.
#[derive(Default)]
struct Wanting {
    /// Something came in.
    changed: bool,
    /// Nobody is there any more.
    ended: bool,
    /// What went wrong last, for whoever watches over it.
    failed: Option<String>,
}

struct Shared {
    env: Env,
    grow: Grow,
    store: Mutex<Store>,
    idle: Mutex<Vec<Store>>,
    data: RwLock<Arc<Data>>,
    now: RwLock<Arc<Snapshot>>,
    wanting: Mutex<Wanting>,
    wake: Condvar,
    done: Condvar,
}

/// A store at work. One handle serves all threads; dropping it ends its thread.
pub struct Live {
    shared: Arc<Shared>,
    /// Accounts.
    pub people: People,
    acting: Mutex<()>,
    past: Mutex<Vec<(Moment, u64, Arc<Snapshot>)>>,
    worker: Option<JoinHandle<()>>,
}

/// A handle of the store that goes back when it is dropped.
pub struct Lease<'l> {
    store: Option<Store>,
    idle: &'l Mutex<Vec<Store>>,
}

impl std::ops::Deref for Lease<'_> {
    type Target = Store;

    fn deref(&self) -> &Store {
        self.store.as_ref().expect("a lease holds its store until it ends")
    }
}

impl Drop for Lease<'_> {
    fn drop(&mut self) {
        locked(self.idle).extend(self.store.take());
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // What is behind these locks is put in its place whole, so a panic leaves nothing half done.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Live {
    /// Opens a store that follows an agreement. `grow` gives the data with the mission's own names.
    ///
    /// # Errors
    /// No store, one that follows no agreement, or accounts that cannot be opened.
    pub fn open(
        folder: &Path,
        env: Env,
        grow: impl Fn(&Store) -> Result<Data> + Send + Sync + 'static,
    ) -> Result<Live> {
        let store = Store::open(folder, &env)?;
        let people = People::open(folder, &env)?;
        let data = Arc::new(grow(&store)?);
        let first = Arc::new(Snapshot::at(&store, Arc::clone(&data), None)?);
        let shared = Arc::new(Shared {
            env,
            grow: Box::new(grow),
            store: Mutex::new(store),
            idle: Mutex::default(),
            data: RwLock::new(data),
            now: RwLock::new(first),
            wanting: Mutex::default(),
            wake: Condvar::new(),
            done: Condvar::new(),
        });
        let working = Arc::clone(&shared);
        let worker = std::thread::Builder::new()
            .name("hudna-derive".into())
            .spawn(move || working.work())
            .map_err(|e| Error::Store(format!("the deriving thread could not be started: {e}")))?;
        let (acting, past) = (Mutex::new(()), Mutex::default());
        Ok(Live { shared, people, acting, past, worker: Some(worker) })
    }

    /// The newest picture.
    pub fn now(&self) -> Arc<Snapshot> {
        Arc::clone(&self.shared.now.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// The picture of an earlier time.
    ///
    /// # Errors
    /// The store fails.
    pub fn at(&self, as_of: Moment) -> Result<Arc<Snapshot>> {
        let now = self.now();
        if as_of == now.situation.as_of {
            return Ok(now);
        }
        let size = now.facts.size;
        let known = |(at, of, _): &&(Moment, u64, Arc<Snapshot>)| *at == as_of && *of == size;
        if let Some((_, _, snapshot)) = locked(&self.past).iter().find(known) {
            return Ok(Arc::clone(snapshot));
        }
        let made = Arc::new(Snapshot::at(&*self.store()?, Arc::clone(&now.data), Some(as_of))?);
        let mut past = locked(&self.past);
        past.insert(0, (as_of, size, Arc::clone(&made)));
        past.truncate(PAST);
        Ok(made)
    }

    /// The picture that the public may be shown now: an earlier one.
    ///
    /// # Errors
    /// The store fails.
    pub fn for_public(&self) -> Result<Arc<Snapshot>> {
        self.at(public::until(self.now().situation.as_of))
    }

    /// Clock and chance.
    pub fn env(&self) -> &Env {
        &self.shared.env
    }

    /// The data by which reports are read.
    pub fn data(&self) -> Arc<Data> {
        Arc::clone(&self.shared.data.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// A handle of the store for one thread.
    ///
    /// # Errors
    /// The database cannot be opened once more.
    pub fn store(&self) -> Result<Lease<'_>> {
        self.shared.lease()
    }

    /// How many entries the newest picture lacks.
    ///
    /// # Errors
    /// The store fails.
    pub fn waiting(&self) -> Result<u64> {
        Ok(self.store()?.size()?.saturating_sub(self.now().facts.size))
    }

    /// Why the last picture could not be made, where it could not.
    pub fn failed(&self) -> Option<String> {
        locked(&self.shared.wanting).failed.clone()
    }

    /// Enters something at a desk; one after the other, each seeing what the one before entered if
    /// that is worked in within `patience`.
    ///
    /// # Errors
    /// What the desk says against it.
    pub fn act<T>(
        &self,
        who: Who,
        patience: Duration,
        enter: impl FnOnce(&Desk<'_>) -> Result<T>,
    ) -> Result<T> {
        let turn = locked(&self.acting);
        let (snapshot, store) = (self.now(), self.store()?);
        let at = counts_from(&who, self.env(), &snapshot.facts);
        let (facts, situation) = (Arc::clone(&snapshot.facts), Arc::clone(&snapshot.situation));
        let mut desk = Desk::with(&store, &snapshot.data, self.env(), who, at, facts, situation)?;
        desk.derive = false;
        let out = enter(&desk)?;
        self.changed();
        self.settle(patience);
        drop(turn);
        Ok(out)
    }

    /// Reads the reports again that waited for some names, with the data that now hold them.
    ///
    /// # Errors
    /// The store or the data fail.
    pub fn taught(&self, names: &[String], patience: Duration) -> Result<Reread> {
        let store = self.store()?;
        let data = Arc::new((self.shared.grow)(&store)?);
        let only = Some(names::waiting(&Facts::load(&store, None)?, names));
        let wanted = Wanted { only, ..Wanted::default() };
        let again = reread(&store, &data, self.env(), wanted, &mut |_, _| {})?;
        *self.shared.data.write().unwrap_or_else(PoisonError::into_inner) = data;
        self.changed();
        self.settle(patience);
        Ok(again)
    }

    /// Says that entries came in.
    pub fn changed(&self) {
        locked(&self.shared.wanting).changed = true;
        self.shared.wake.notify_all();
    }

    /// Waits until all entries are worked in, but no longer than `patience`.
    pub fn settle(&self, patience: Duration) {
        let until = Instant::now() + patience;
        let mut wanting = locked(&self.shared.wanting);
        while wanting.failed.is_none() && !self.waiting().is_ok_and(|n| n == 0) {
            let Some(left) = until.checked_duration_since(Instant::now()) else { return };
            let waited = self.shared.done.wait_timeout(wanting, left);
            wanting = waited.unwrap_or_else(PoisonError::into_inner).0;
        }
    }
}

impl Drop for Live {
    fn drop(&mut self) {
        locked(&self.shared.wanting).ended = true;
        self.shared.wake.notify_all();
        if let Some(worker) = self.worker.take() {
            // A worker that panicked has told it on standard error.
            let _ = worker.join();
        }
    }
}

impl Shared {
    fn lease(&self) -> Result<Lease<'_>> {
        let spare = locked(&self.idle).pop();
        let store = match spare {
            Some(store) => store,
            None => locked(&self.store).share()?,
        };
        Ok(Lease { store: Some(store), idle: &self.idle })
    }

    /// Works entries in as they come. After a picture that took long it rests as long, so that
    /// those who look and enter have the machine as well.
    fn work(&self) {
        let mut rest = Duration::ZERO;
        while self.awaited(rest) {
            let begun = Instant::now();
            let made = self.lease().and_then(|store| {
                let data = Arc::clone(&self.data.read().unwrap_or_else(PoisonError::into_inner));
                Snapshot::at(&store, data, None)
            });
            let failed = match made {
                Ok(snapshot) => {
                    let mut now = self.now.write().unwrap_or_else(PoisonError::into_inner);
                    *now = Arc::new(snapshot);
                    None
                }
                Err(error) => Some(error.to_string()),
            };
            locked(&self.wanting).failed = failed;
            self.done.notify_all();
            rest = begun.elapsed().min(REST);
        }
    }

    /// Waits for something to do, and then for the rest to be over; false when all is over.
    fn awaited(&self, rest: Duration) -> bool {
        let free = Instant::now() + rest;
        let mut wanting = locked(&self.wanting);
        loop {
            if wanting.ended {
                return false;
            }
            let left = free.saturating_duration_since(Instant::now());
            if wanting.changed && left.is_zero() {
                wanting.changed = false;
                return true;
            }
            wanting = match wanting.changed {
                true => {
                    let waited = self.wake.wait_timeout(wanting, left);
                    waited.unwrap_or_else(PoisonError::into_inner).0
                }
                false => self.wake.wait(wanting).unwrap_or_else(PoisonError::into_inner),
            };
        }
    }
}
