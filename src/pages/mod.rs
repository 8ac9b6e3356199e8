//! The web page as it first arrives: title, description, structured data, what is to be read, and the
//! first data, so that the public pages can be found, read and searched without a script.
//!
//! The same for everybody: nothing here knows who asks. The browser's own code takes over with the data
//! that came along, so it asks for none of it again. Not here: the headers of every answer
//! ([`crate::server`]).

mod account;
mod assets;
mod cards;
mod enterprise;
pub mod files;
mod job_posting;
mod position;
mod search;
pub mod sitemap;
mod start;
mod stations;
mod words;

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderValue};
use actix_web::{HttpRequest, HttpResponse, web};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use maud::{Markup, PreEscaped, html};
use serde::Serialize;
use serde_json::Value;

use crate::error::{Code, Error, Result};
use crate::server::{App, content_security_policy};
use crate::store::sealed::sha256;
pub use assets::Manifest;

/// What of a page is known before the browser's own code runs.
struct First {
    status: StatusCode,
    title: String,
    /// One sentence for a search engine's list.
    description: Option<String>,
    /// Path and query under which a search engine should know the page; absent: it should not know it.
    canonical: Option<String>,
    /// JSON-LD.
    structured: Option<Value>,
    /// Where the page's own code begins, as the frontend's build names it.
    entry: &'static str,
    /// Whether people and employers are invented, which every page says.
    is_demo: bool,
    /// What is to be read, inside the page's frame; absent: only the browser's own code can show it.
    main: Option<Markup>,
    data: Vec<Data>,
}

/// An answer of the API that came along with the page.
#[derive(Serialize)]
struct Data {
    /// As the browser would ask for it.
    path: String,
    status: u16,
    body: Value,
}

impl Data {
    fn new(path: impl Into<String>, body: &impl Serialize) -> Result<Data> {
        Ok(Data { path: path.into(), status: 200, body: serde_json::to_value(body).map_err(Error::internal)? })
    }

    fn refused(path: impl Into<String>, error: &Error) -> Result<Data> {
        let body = serde_json::to_value(error.problem()).map_err(Error::internal)?;
        Ok(Data { path: path.into(), status: error.code().status(), body })
    }
}

const NAME: &str = "集结号";

/// A page of which nothing is known before: its address is the browser's business, and private.
fn private() -> First {
    First {
        status: StatusCode::OK,
        title: format!("{NAME}：退役军人和军属找工作"),
        description: None,
        canonical: None,
        structured: None,
        entry: "",
        is_demo: false,
        main: None,
        data: Vec::new(),
    }
}

/// What the frontend's build left: index.html, the list of its files, and its style files by name.
pub struct Built {
    pub template: String,
    pub manifest: Manifest,
    pub styles: BTreeMap<String, String>,
}

/// A page as it is sent.
pub struct Rendered {
    pub status: StatusCode,
    pub html: String,
    /// SHA-256 in base64 of the style it holds, for the security policy to allow.
    pub style: Option<String>,
}

/// Answers an address of the site with its first page.
async fn first(app: App, request: &HttpRequest, built: Built) -> HttpResponse {
    let (path, query) = (request.path().to_owned(), request.query_string().to_owned());
    let reading = Reading::of(request);
    let made = web::block(move || rendered(&app, &path, &query, &reading, &built)).await;
    let page = match made {
        Ok(made) => made,
        Err(error) => return actix_web::ResponseError::error_response(&Error::internal(error)),
    };
    HttpResponse::build(page.status)
        .insert_header((header::CACHE_CONTROL, HeaderValue::from_static("no-cache")))
        .insert_header((header::VARY, HeaderValue::from_static("Cookie")))
        .insert_header((header::CONTENT_SECURITY_POLICY, content_security_policy(page.style.as_deref())))
        .content_type("text/html; charset=utf-8")
        .body(page.html)
}

/// The page at an address, for a thread that may block.
pub fn rendered(app: &App, path: &str, query: &str, reading: &Reading, built: &Built) -> Rendered {
    let mut first = make(app, path, query).unwrap_or_else(|error| {
        // While the index is rebuilt or the database is away, the page itself still comes and says so.
        tracing::warn!(code = error.code().code(), "first_page_without_data");
        private()
    });
    let world = app.store.read_now(|db| crate::access::store::fact(db, "world"));
    first.is_demo = world.is_ok_and(|world| world.as_deref() == Some("demo"));
    document(built, &first, reading, &app.config.public_url())
}

fn make(app: &App, path: &str, query: &str) -> Result<First> {
    let parts: Vec<&str> = path.split('/').skip(1).collect();
    match parts[..] {
        [""] => start::first(app),
        ["positions"] => search::first(app, query),
        ["positions", id] => id.parse().map_or_else(|_| Ok(missing()), |id| position::first(app, id)),
        ["stations"] => stations::first(app, query),
        ["sign-in"] => Ok(account::sign_in()),
        ["sign-up"] => Ok(account::sign_up()),
        ["enterprises", id] => id.parse().map_or_else(|_| Ok(missing()), |id| enterprise::first(app, id)),
        _ => Ok(private()),
    }
}

/// Nothing is there; the browser's own code says so in words.
fn missing() -> First {
    First { status: StatusCode::NOT_FOUND, ..private() }
}

/// [`missing`] for what was not found, the error itself for anything else.
fn or_missing(error: Error) -> Result<First> {
    if error.code() == Code::NotFound { Ok(missing()) } else { Err(error) }
}

/// How somebody reads, from cookies that their browser keeps.
#[derive(Clone, Copy, Debug, Default)]
pub struct Reading {
    pub english: bool,
    /// Absent: standard.
    size: Option<&'static str>,
    /// Absent: as the device has it.
    theme: Option<&'static str>,
    /// Of staff's lists; absent: comfortable.
    density: Option<&'static str>,
}

impl Reading {
    fn of(request: &HttpRequest) -> Reading {
        let cookie = |name| request.cookie(name).map(|cookie| cookie.value().to_owned()).unwrap_or_default();
        Reading {
            english: cookie("locale") == "en",
            size: ["large", "elder"].into_iter().find(|size| *size == cookie("size")),
            theme: ["light", "dark"].into_iter().find(|theme| *theme == cookie("theme")),
            density: ["compact"].into_iter().find(|density| *density == cookie("density")),
        }
    }
}

fn document(built: &Built, first: &First, reading: &Reading, public_url: &str) -> Rendered {
    // Without its style in it, a page waits for the files, as any other does.
    let style = Some(style(built, first.entry)).filter(|style| !first.entry.is_empty() && !style.is_empty());
    let head = html! {
        @if let Some(description) = &first.description { meta name="description" content=(description); }
        @match &first.canonical {
            Some(path) => link rel="canonical" href={ (public_url) (path) };,
            None => meta name="robots" content="noindex";,
        }
        @if let Some(style) = &style {
            style { (PreEscaped(style)) }
            (built.manifest.links(first.entry))
        }
        @if let Some(data) = &first.structured { script type="application/ld+json" { (json(data)) } }
    };
    // The words of this page are Chinese; an English reader waits for the browser's own code.
    let main = first.main.as_ref().filter(|_| !reading.english).map(|main| framed(main, first.is_demo));
    let boot = html! {
        @if !first.data.is_empty() { script type="application/json" id="boot" { (json(&first.data)) } }
    };
    let title = html! { title { (first.title) } }.into_string();
    let mut page = built.template.replacen("<html lang=\"zh-CN\">", &opening(reading), 1);
    if style.is_some() {
        page = page.replace("<link rel=\"stylesheet\" ", "<link rel=\"stylesheet\" disabled ");
    }
    page = between(&page, "<title>", "</title>", &title);
    if first.description.is_some() {
        page = between(&page, "<meta name=\"description\"", ">", "");
    }
    page = page.replacen("<!--head-->", &head.into_string(), 1);
    if let Some(main) = main {
        page = between(&page, "<noscript>", "</noscript>", "");
        page = page.replacen("<!--app-->", &main.into_string(), 1);
    }
    Rendered {
        status: first.status,
        html: page.replacen("<!--boot-->", &boot.into_string(), 1),
        style: style.map(|style| BASE64_STANDARD.encode(sha256(style.as_bytes()))),
    }
}

/// The first tag, as somebody reads: the right size and theme from the first moment.
fn opening(reading: &Reading) -> String {
    let language = if reading.english { "en" } else { "zh-CN" };
    let mut opening = format!("<html lang=\"{language}\" data-size=\"{}\"", reading.size.unwrap_or("standard"));
    for (name, value) in [("theme", reading.theme), ("density", reading.density)] {
        opening.extend(value.map(|value| format!(" data-{name}=\"{value}\"")));
    }
    opening + ">"
}

/// The styles of a page in one text: a slow phone shows what the server wrote as soon as it has it, and
/// waits for no file.
fn style(built: &Built, entry: &str) -> String {
    let text = |file| built.styles.get(file).map_or("", |text| text.trim_end());
    built.manifest.styles_of(entry).map(text).collect::<Vec<_>>().join("\n").replace("</", "<\\/")
}

/// Puts `text` in the place of everything from `open` to `close`, both included.
fn between(page: &str, open: &str, close: &str, text: &str) -> String {
    let range = page.find(open).and_then(|from| Some((from, from + page[from..].find(close)? + close.len())));
    match range {
        Some((from, to)) => [&page[..from], text, &page[to..]].concat(),
        None => page.to_owned(),
    }
}

/// JSON inside a script element: no `<` could end it.
fn json(value: &impl Serialize) -> PreEscaped<String> {
    PreEscaped(serde_json::to_string(value).expect("plain data").replace('<', "\\u003c"))
}

/// What stands around every public page, without what depends on who reads it.
fn framed(main: &Markup, is_demo: bool) -> Markup {
    html! {
        div class=(class("PublicShell", "shell")) {
            header class=(class("Header", "header")) data-shell {
                div class=(class("Header", "row")) {
                    a href="/" class=(class("Header", "brand")) {
                        svg class=(class("Header", "mark")) viewBox="0 0 32 32" aria-hidden="true" {
                            rect width="32" height="32" rx="8" {}
                            path d="M15.5 10.5a7.8 7.8 0 0 1 0 11" {}
                            path d="M20.2 6.6a13.3 13.3 0 0 1 0 18.8" {}
                            circle cx="9.5" cy="16" r="3" {}
                        }
                        (NAME)
                    }
                    nav class=(class("Header", "nav")) data-own="false" aria-label="主要页面" {
                        a href="/sign-in" class=(class("Header", "link")) { "登录" }
                    }
                }
                @if is_demo { p class=(class("PublicShell", "demo")) { "演示数据，不是真实的人和单位" } }
            }
            main id="main" class=(class("PublicShell", "main")) { (main) }
            footer class=(class("PublicShell", "footer")) data-shell {
                p {
                    strong { "需要帮助？" }
                    a href="tel:12345" class=(class("PublicShell", "phone")) { "打 12345 政务服务便民热线" }
                }
                p { a href="/stations" class=(class("PublicShell", "phone")) { "也可以到就近的退役军人服务站当面办：看电话和地址" } }
                p { "集结号：帮退役军人和军属找到合适的工作。" }
            }
        }
    }
}

/// The name a style has in the built page: the file it stands in and its own.
fn class(file: &str, name: &str) -> String {
    format!("{file}-module-{name}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn built() -> Built {
        let template = "<!doctype html><html lang=\"zh-CN\"><head><title>x</title><!--head-->\
            <link rel=\"stylesheet\" crossorigin href=\"/index.css\"></head><body><div id=\"root\"><!--app--></div><noscript>y</noscript><!--boot--></body></html>";
        let manifest = r#"{ "index.html": { "file": "index.js", "css": ["index.css"] }, "x.tsx": { "file": "x.js" } }"#;
        let styles = BTreeMap::from([("index.css".to_owned(), "body{margin:0}".to_owned())]);
        Built { template: template.to_owned(), manifest: Manifest::read(manifest), styles }
    }

    fn reading(english: bool) -> Reading {
        Reading { english, size: Some("elder"), theme: Some("dark"), density: None }
    }

    #[test]
    fn data_cannot_end_its_script_and_words_are_escaped() {
        let hostile = "</script><img src=x onerror=alert(1)>";
        let first = First {
            title: hostile.to_owned(),
            description: Some(hostile.to_owned()),
            canonical: Some("/positions/1".to_owned()),
            structured: Some(serde_json::json!({ "title": hostile })),
            main: Some(html! { h1 { (hostile) } }),
            data: vec![Data::new("/api/x", &hostile).expect("data")],
            ..private()
        };
        let page = document(&built(), &first, &reading(false), "https://example.com").html;
        assert!(!page.contains("<img"), "{page}");
        assert_eq!(page.matches("</script>").count(), 2, "{page}");
        assert!(page.contains("<html lang=\"zh-CN\" data-size=\"elder\" data-theme=\"dark\">"));
        assert!(page.contains("<link rel=\"canonical\" href=\"https://example.com/positions/1\">"));
        assert!(!page.contains("<noscript>"));
    }

    #[test]
    fn a_private_page_is_not_for_search_engines_and_english_waits_for_its_words() {
        let page = document(&built(), &private(), &reading(false), "https://example.com").html;
        assert!(page.contains("<meta name=\"robots\" content=\"noindex\">") && page.contains("<noscript>"), "{page}");
        let first = First { main: Some(html! { h1 { "岗位" } }), ..private() };
        let english = document(&built(), &first, &reading(true), "https://example.com").html;
        assert!(english.contains("lang=\"en\"") && !english.contains("岗位"), "{english}");
    }
    #[test]
    fn the_style_of_a_public_page_stands_in_it_and_its_policy_allows_that_alone() {
        let first = First { entry: "x.tsx", ..private() };
        let page = document(&built(), &first, &Reading::default(), "https://example.com");
        assert!(page.html.contains("<style>body{margin:0}</style>"), "{}", page.html);
        assert!(page.html.contains("<link rel=\"stylesheet\" disabled crossorigin href=\"/index.css\">"));
        let hash = BASE64_STANDARD.encode(sha256(b"body{margin:0}"));
        let policy = content_security_policy(page.style.as_deref());
        assert!(policy.to_str().expect("ASCII").contains(&format!("style-src 'self' 'sha256-{hash}';")), "{policy:?}");
        let other = document(&built(), &private(), &Reading::default(), "https://example.com");
        assert!(other.style.is_none() && !other.html.contains("<style>") && !other.html.contains("disabled"));
    }
}
