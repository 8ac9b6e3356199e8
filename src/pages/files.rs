//! The files of the built web page, which are part of the binary: sent as they lie there, or as the first
//! page of an address.

use std::borrow::Cow;
use std::collections::BTreeMap;

use actix_web::http::{Method, header};
use actix_web::{HttpRequest, HttpResponse, ResponseError};
use rust_embed::{EmbeddedFile, RustEmbed};

use super::{Built, Manifest, first};
use crate::error::{Code, Error};
use crate::server::App;

/// A debug build reads the folder anew for each request, so that a page can be looked at without a build.
#[derive(RustEmbed)]
#[folder = "frontend/dist"]
#[allow_missing = true]
struct Files;

const NOT_BUILT: &str = "The web page is not built into this binary: run `make run`. The API is at /api/docs.\n";

/// Answers any address that is not of the API: a file, or the page, whose router knows the address.
pub async fn send(app: App, request: HttpRequest) -> HttpResponse {
    if !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Error::from(Code::MethodNotAllowed).error_response();
    }
    let name = request.path().trim_start_matches('/');
    match Files::get(name).filter(|_| !name.is_empty() && name != "index.html") {
        Some(file) => send_file(&request, name, file),
        None if name.starts_with("assets/") => Error::from(Code::NotFound).error_response(),
        None => match built() {
            Some(built) => first(app, &request, built).await,
            None => HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(NOT_BUILT),
        },
    }
}

fn built() -> Option<Built> {
    let text = |name: &str| Files::get(name).map(|file| String::from_utf8_lossy(&file.data).into_owned());
    let manifest = Manifest::read(&text(".vite/manifest.json").unwrap_or_default());
    let styles = manifest.styles().into_iter().filter_map(|name| Some((name.to_owned(), text(name)?)));
    let styles: BTreeMap<String, String> = styles.collect();
    Some(Built { template: text("index.html")?, manifest, styles })
}

/// A file, pressed as the build left it beside, if the browser can read that.
fn send_file(request: &HttpRequest, name: &str, file: EmbeddedFile) -> HttpResponse {
    let pressed = Files::get(&format!("{name}.br")).filter(|_| reads_brotli(request));
    let is_pressed = pressed.is_some();
    let sent = pressed.unwrap_or(file);
    let etag = format!("\"{}\"", crate::store::sealed::to_hex(&sent.metadata.sha256_hash()[..16]));
    let kept = request.headers().get(header::IF_NONE_MATCH).is_some_and(|value| value.as_bytes() == etag.as_bytes());
    let keep = if name.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    let mut response = if kept { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    response.insert_header((header::ETAG, etag)).insert_header((header::CACHE_CONTROL, keep));
    response.insert_header((header::VARY, "accept-encoding"));
    if kept {
        return response.finish();
    }
    response.content_type(media_type(name));
    if is_pressed {
        response.insert_header((header::CONTENT_ENCODING, "br"));
    }
    match sent.data {
        Cow::Borrowed(bytes) => response.body(bytes),
        Cow::Owned(bytes) => response.body(bytes),
    }
}

fn reads_brotli(request: &HttpRequest) -> bool {
    let accepted = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let mut ways = accepted.unwrap_or_default().split(',').map(|way| way.split(';').map(str::trim));
    ways.any(|mut way| way.next() == Some("br") && way.next().is_none_or(|weight| weight != "q=0"))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "txt" => "text/plain; charset=utf-8",
        "ico" => "image/x-icon",
        "json" | "webmanifest" => "application/json",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}
