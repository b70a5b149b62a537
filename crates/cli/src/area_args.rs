//! Arguments of `areas`.

use clap::Args;
use hudna::model::PlaceLevel;

use crate::args::Filters;

/// What `areas` takes.
#[derive(Args, Default)]
pub struct AreasArgs {
    /// Filters
    #[command(flatten)]
    pub filters: Filters,
    /// Another level of the tree than that of the agreement's areas: country, region, governorate,
    /// district, settlement, neighbourhood
    #[arg(long, value_name = "LEVEL", value_parser = crate::acts::word::<PlaceLevel>)]
    pub level: Option<PlaceLevel>,
}
