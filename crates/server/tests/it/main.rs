//! The server as programs and browsers meet it: a store of the example behind a port of its own.

mod answers;
mod client;
mod entering;
mod names;
mod rights;
mod safety;
mod world;
