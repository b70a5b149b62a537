//! The pages and the API of a store: the only crate that knows HTTP.
//!
//! Everything is asked of the engine ([`hudna`]); who may do what is decided there
//! ([`hudna::rights`]), and every route names the right that it needs ([`routes::all`]). Pages
//! are whole without scripts. Handlers are plain functions from [`Ask`] to [`Reply`], called off
//! the threads that wait for the network.

mod admit;
mod api;
mod ask;
mod assets;
mod body;
mod client;
mod config;
mod counted;
mod desk;
mod fault;
mod form;
mod known;
mod limit;
mod pages;
mod render;
mod reply;
pub mod routes;
mod safety;
mod say;
mod serve;
mod workers;

pub use ask::Ask;
pub use config::{Config, WORKERS};
pub use desk::Desk;
pub use fault::Fault;
pub use reply::Reply;
pub use serve::{Served, log, serve};
