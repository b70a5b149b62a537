//! What daily counts say of an area: its level against the time before a truce, a change of it, what
//! the next days may bring, and whether the feed is alive. Pure statistics: days are positions in a
//! slice, a day that nobody counted is `None`, and nothing here knows of places, parties or claims.

pub mod alarm;
pub mod baseline;
pub mod delay;
#[cfg(test)]
mod draws;
pub mod fusion;
pub mod level;
pub mod negbin;
pub mod outlook;
pub mod severity;
pub mod silence;

pub use alarm::{Detector, Watch};
pub use baseline::{Baseline, dispersion, dispersion_of_all};
pub use delay::{Delays, Nowcast};
pub use fusion::{Fused, correlation};
pub use level::{Class, Level, LevelFilter};
pub use negbin::NegBin;
pub use outlook::{Outlook, Pace};
pub use severity::Severity;
pub use silence::{Heard, Listener, Why, mask, silence};
