//! What the engine takes from outside: the time, and chance.

use hudna_model::Moment;

type Clock = Box<dyn Fn() -> Moment + Send + Sync>;
type Chance = Box<dyn Fn(&mut [u8]) + Send + Sync>;

/// Clock and randomness, handed in so that tests and stories repeat.
pub struct Env {
    now: Clock,
    chance: Chance,
}

impl Env {
    /// The system's clock and random source.
    pub fn system() -> Self {
        Self::new(
            || Moment::from_seconds(jiff::Timestamp::now().as_second()),
            |buffer| getrandom::fill(buffer).expect("the system has a source of randomness"),
        )
    }

    /// A clock and a source of randomness of one's own.
    pub fn new(
        now: impl Fn() -> Moment + Send + Sync + 'static,
        chance: impl Fn(&mut [u8]) + Send + Sync + 'static,
    ) -> Self {
        Self { now: Box::new(now), chance: Box::new(chance) }
    }

    /// The time now.
    pub fn now(&self) -> Moment {
        (self.now)()
    }

    /// Random bytes.
    pub fn random<const N: usize>(&self) -> [u8; N] {
        let mut out = [0; N];
        (self.chance)(&mut out);
        out
    }

    /// A random id of an object in the ledger: 32 hex digits.
    pub fn object_id(&self) -> String {
        self.random::<16>().iter().map(|b| format!("{b:02x}")).collect()
    }
}
