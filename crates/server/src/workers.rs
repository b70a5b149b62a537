//! How much is done at once. Handlers wait for the disk, so they run on threads of their own; how
//! many there are is bounded, and what goes on past its time keeps its place until it ends. So a
//! request that never ends takes one place of many, and not a thread more each time it is sent.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::fault::Fault;

/// Passwords that strangers have tried at once: each takes 19 MiB and a core.
const DOOR: usize = 4;
/// Places for whoever watches over the server.
const WATCH: usize = 2;

/// What a request is, as far as places go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Work {
    /// It reads.
    Read,
    /// It may enter something, which may have to wait for others who do: half of the places.
    Write,
    /// A stranger signs in.
    Door,
    /// Whether the server lives: never behind the others.
    Watch,
}

/// Places, and who has them.
pub struct Workers {
    all: Arc<Semaphore>,
    writes: Arc<Semaphore>,
    door: Arc<Semaphore>,
    watch: Arc<Semaphore>,
    /// How long a request waits for a place.
    patience: Duration,
}

impl Workers {
    /// So many places, for each of which a request waits so long.
    pub fn new(places: usize, patience: Duration) -> Workers {
        let of = |n: usize| Arc::new(Semaphore::new(n));
        let some = |n: usize| of(n.min(places));
        Workers {
            all: of(places),
            writes: some(places.div_ceil(2)),
            door: some(DOOR),
            watch: of(WATCH),
            patience,
        }
    }

    /// Does something off the threads that wait for the network, for which it has `timeout`.
    ///
    /// # Errors
    /// `busy` where no place became free in time, `timeout` where it goes on after its time, and a
    /// fault of ours where it panicked.
    pub async fn run<T: Send + 'static>(
        &self,
        work: Work,
        timeout: Duration,
        run: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let places = tokio::time::timeout(self.patience, self.places(work)).await;
        let places = places.ok().flatten().ok_or_else(Fault::busy)?;
        let running = tokio::task::spawn_blocking(move || {
            let _places = places;
            run()
        });
        match tokio::time::timeout(timeout, running).await {
            Ok(Ok(out)) => Ok(out),
            Ok(Err(_)) => Err(Fault::ours("a handler panicked")),
            Err(_) => Err(Fault::timeout()),
        }
    }

    /// The places that a request takes; that of its kind first, so that it holds none of the
    /// others' while it waits.
    async fn places(&self, work: Work) -> Option<Vec<OwnedSemaphorePermit>> {
        let needed = match work {
            Work::Read => vec![&self.all],
            Work::Write => vec![&self.writes, &self.all],
            Work::Door => vec![&self.door, &self.all],
            Work::Watch => vec![&self.watch],
        };
        let mut out = Vec::with_capacity(needed.len());
        for places in needed {
            out.push(Arc::clone(places).acquire_owned().await.ok()?);
        }
        Some(out)
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Sender, channel};

    use super::*;

    const LONG: Duration = Duration::from_secs(600);

    fn on_threads(test: impl Future<Output = ()>) {
        let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
        runtime.expect("threads").block_on(test);
    }

    /// Takes a place until it is told to end, and answers at once that it timed out.
    async fn stuck(workers: &Workers, work: Work) -> Sender<()> {
        let (end, ended) = channel();
        let out = workers.run(work, Duration::ZERO, move || ended.recv().is_ok()).await;
        assert_eq!(out.expect_err("it goes on").code, "timeout");
        end
    }

    async fn code(workers: &Workers, work: Work) -> &'static str {
        workers.run(work, LONG, || ()).await.map_or_else(|fault| fault.code, |()| "")
    }

    #[test]
    fn what_goes_on_past_its_time_keeps_its_place() {
        on_threads(async {
            let workers = Workers::new(1, Duration::ZERO);
            let end = stuck(&workers, Work::Read).await;
            assert_eq!(code(&workers, Work::Read).await, "busy");
            assert_eq!(code(&workers, Work::Watch).await, "");
            end.send(()).expect("it waits");
            let patient = Workers { patience: LONG, ..workers };
            assert_eq!(code(&patient, Work::Read).await, "", "its place is free when it has ended");
        });
    }

    #[test]
    fn those_who_write_leave_half_to_those_who_read() {
        on_threads(async {
            let workers = Workers::new(4, Duration::ZERO);
            let ends = [stuck(&workers, Work::Write).await, stuck(&workers, Work::Write).await];
            assert_eq!(code(&workers, Work::Write).await, "busy");
            assert_eq!(code(&workers, Work::Read).await, "");
            assert_eq!(code(&workers, Work::Door).await, "");
            drop(ends);
        });
    }

    #[test]
    fn strangers_have_few_places() {
        on_threads(async {
            let workers = Workers::new(64, Duration::ZERO);
            let mut ends = Vec::new();
            for _ in 0..DOOR {
                ends.push(stuck(&workers, Work::Door).await);
            }
            assert_eq!(code(&workers, Work::Door).await, "busy");
            assert_eq!(code(&workers, Work::Write).await, "");
            drop(ends);
        });
    }

    #[test]
    fn a_panic_is_told_and_gives_its_place_back() {
        on_threads(async {
            let workers = Workers::new(1, LONG);
            let out = workers.run(Work::Read, LONG, || -> () { panic!("as the test wants") }).await;
            assert_eq!(out.expect_err("it panicked").code, "internal");
            assert_eq!(code(&workers, Work::Read).await, "");
        });
    }
}
