//! What search engines may know: sitemap.xml and robots.txt.

use actix_web::HttpResponse;
use maud::{PreEscaped, html};

use crate::employers::store as employers;
use crate::error::Result;
use crate::server::App;

/// A sitemap holds no more (sitemaps.org); a city's open positions are far fewer.
const URLS_MAX: i64 = 50_000;

/// Every open position, newest first, and the pages that lead to them.
pub async fn sitemap(app: App) -> Result<HttpResponse> {
    let today = app.store.clock.now().day();
    let positions = app.store.read(move |db| employers::public_positions(db, today, URLS_MAX - 3)).await?;
    let base = app.config.public_url();
    let body = html! {
        (PreEscaped("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"))
        urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" {
            url { loc { (base) "/" } }
            url { loc { (base) "/positions" } }
            url { loc { (base) "/stations" } }
            @for (id, updated_at) in &positions {
                url { loc { (base) "/positions/" (id) } lastmod { (updated_at.day()) } }
            }
        }
    };
    Ok(HttpResponse::Ok().content_type("application/xml; charset=utf-8").body(body.into_string()))
}

/// Everything that belongs to somebody is no business of a search engine.
pub async fn robots(app: App) -> HttpResponse {
    let text = format!(
        "User-agent: *\nDisallow: /api/\nDisallow: /me\nDisallow: /org\nDisallow: /desk\nDisallow: /people\n\
         Disallow: /organisations\nDisallow: /admin\nDisallow: /audit\n\nSitemap: {}/sitemap.xml\n",
        app.config.public_url()
    );
    HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(text)
}
