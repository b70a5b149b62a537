//! `hudna serve`: the pages and the API of a store.

use hudna::live::Live;
use hudna::{Env, Error, Result, Store};
use hudna_server::Config;

use crate::args::Common;
use crate::commands::{data_to_read, with_names};
use crate::serve_args::ServeArgs;
use crate::ui::Ui;

pub fn run(common: &Common, ui: &Ui, args: &ServeArgs) -> Result<u8> {
    if args.guest && !args.listen.ip().is_loopback() {
        return Err(Error::Usage(ui.text("serve-guest-far", &[])));
    }
    logged(&args.log);
    let options = common.clone();
    let grow = move |store: &Store| with_names(data_to_read(&options)?, &options, store);
    let live = Live::open(&common.store, Env::system(), grow)?;
    let first = if args.guest { None } else { live.people.first_link(live.env())? };
    let served = hudna_server::serve(live, config(args)).map_err(|error| {
        let args = [("address", args.listen.to_string().into()), ("why", error.to_string().into())];
        Error::Usage(ui.text("serve-cannot", &args))
    })?;
    let scheme = if args.tls_cert.is_some() { "https" } else { "http" };
    let address = format!("{scheme}://{}", served.address);
    ui.line(&ui.text("serve-at", &[("address", address.clone().into())]));
    if args.address.is_none() && (args.behind_tls || !args.proxies.is_empty()) {
        ui.aside(&ui.text("serve-no-address", &[("address", address.into())]));
    }
    if let Some(link) = first {
        let link = format!("{}/setup?link={link}", served.base);
        ui.line(&ui.text("serve-first", &[("link", link.into())]));
    }
    served.wait().map_err(|error| Error::Usage(error.to_string()))?;
    ui.aside(&ui.text("serve-ended", &[]));
    Ok(0)
}

fn config(args: &ServeArgs) -> Config {
    let tls = args.tls_cert.clone().zip(args.tls_key.clone());
    Config {
        tls,
        behind_tls: args.behind_tls,
        proxies: args.proxies.clone(),
        address: args.address.clone(),
        workers: args.workers as usize,
        guests: args.guest,
        public: args.public,
        assets: args.assets.clone(),
        rate: args.rate,
        ..Config::new(args.listen)
    }
}

/// Logs as JSON lines on standard error: routes, statuses and durations, never who or what.
fn logged(level: &str) {
    hudna_server::log(level);
}
