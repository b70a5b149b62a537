//! The server as programs and browsers meet it: a store of the example behind a port of its own.

mod answers;
mod between;
mod client;
mod doors;
mod entering;
mod modes;
mod names;
mod rights;
mod safety;
mod sessions;
mod tls;
mod world;
