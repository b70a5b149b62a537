//! Styles and scripts, compiled in.

use include_dir::{Dir, include_dir};

use crate::desk::Ctx;
use crate::fault::Fault;
use crate::reply::Reply;
use crate::routes::Route;

static WEB: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/../../web");

/// Routes of files.
pub const ROUTES: &[Route] = &[Route::open("GET", "/web/{file}", file)];

fn file(ctx: &Ctx<'_>) -> Result<Reply, Fault> {
    let name = ctx.ask.param("file");
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => return Err(Fault::not_found()),
    };
    let bytes = match &ctx.desk.config.assets {
        Some(folder) if plain(name) => std::fs::read(folder.join("web").join(name)).ok(),
        _ => WEB.get_file(name).map(|f| f.contents().to_vec()),
    };
    let reply = Reply::new(200, kind, bytes.ok_or_else(Fault::not_found)?);
    Ok(reply.header("cache-control", "public, max-age=3600").tagged())
}

fn plain(name: &str) -> bool {
    name.chars().all(|c| c.is_ascii_alphanumeric() || "-_.".contains(c)) && !name.contains("..")
}

/// A file of the assets as text.
pub fn text(name: &str) -> &'static str {
    WEB.get_file(name).and_then(|f| f.contents_utf8()).unwrap_or_default()
}
