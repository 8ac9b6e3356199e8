//! The actix application: middleware, the API, its documentation, and the web page.

use std::ops::Deref;
use std::rc::Rc;
use std::sync::Arc;

use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::middleware::{self, Next};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev, web};
use search_index::Index;

use crate::access::gate::{self, Gate};
use crate::access::passwords::Passwords;
use crate::config::Config;
use crate::error::{Code, Error, Result};
use crate::http::{Api, BODY_MAX, Declared};
use crate::pages;
use crate::store::Store;

/// What every request works with.
#[derive(Clone)]
pub struct App(Arc<Parts>);

pub struct Parts {
    pub store: Store,
    pub index: Index,
    pub passwords: Passwords,
    pub config: Config,
}

impl App {
    pub fn new(store: Store, index: Index, passwords: Passwords, config: Config) -> App {
        App(Arc::new(Parts { store, index, passwords, config }))
    }
}

impl Deref for App {
    type Target = Parts;
    fn deref(&self) -> &Parts {
        &self.0
    }
}

impl FromRequest for App {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let app = request.app_data::<App>().cloned();
        std::future::ready(app.ok_or_else(|| Error::internal("the application is not set up")))
    }
}

/// Every route of every capability.
pub fn api() -> Api {
    let mut api = Api::default();
    crate::access::routes::routes(&mut api);
    crate::dictionary::routes::routes(&mut api);
    crate::stations::routes::routes(&mut api);
    crate::specialities::routes::routes(&mut api);
    crate::people::routes::routes(&mut api);
    crate::employers::routes::routes(&mut api);
    crate::matching::routes::routes(&mut api);
    api
}

/// All declared routes: what the matrix test goes through.
pub fn declared() -> Vec<Declared> {
    api().declared().to_vec()
}

/// The OpenAPI document as text, ending in a newline.
pub fn openapi() -> String {
    let mut text = api().openapi().to_pretty_json().expect("the document is plain data");
    text.push('\n');
    text
}

/// Builds the application; `serve` and the tests use the same.
pub fn application(
    app: App,
) -> actix_web::App<
    impl ServiceFactory<
        ServiceRequest,
        Config = (),
        Response = ServiceResponse<impl MessageBody>,
        Error = actix_web::Error,
        InitError = (),
    >,
> {
    let api = api();
    let actions = Rc::new(gate::actions(api.declared()));
    actix_web::App::new()
        .app_data(app.clone())
        .app_data(web::PayloadConfig::new(BODY_MAX))
        .wrap(Gate { app, actions })
        .wrap(middleware::from_fn(finish))
        .wrap(middleware::Compress::default())
        .configure(|config| api.configure(config))
        .route("/api/openapi.json", web::get().to(openapi_document))
        .route("/api/docs", web::get().to(documentation))
        .route("/api/docs.css", web::get().to(documentation_style))
        .route("/sitemap.xml", web::get().to(pages::sitemap::sitemap))
        .route("/robots.txt", web::get().to(pages::sitemap::robots))
        .service(web::scope("/api").default_service(web::to(unknown_api)))
        .default_service(web::to(pages::files::send))
}

async fn unknown_api() -> Error {
    Code::NotFound.into()
}

async fn openapi_document() -> HttpResponse {
    HttpResponse::Ok().content_type("application/json").body(openapi())
}

/// The API as a page to read, made from the OpenAPI document; it loads nothing from elsewhere.
async fn documentation() -> HttpResponse {
    HttpResponse::Ok().content_type("text/html; charset=utf-8").body(crate::http::docs::page(&api()))
}

async fn documentation_style() -> HttpResponse {
    HttpResponse::Ok().content_type("text/css; charset=utf-8").body(crate::http::docs::STYLE)
}

/// Headers of every answer, whatever it is (OWASP ASVS 5.0, 3.4).
const HEADERS: [(&str, &str); 7] = [
    ("strict-transport-security", "max-age=31536000; includeSubDomains"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-frame-options", "DENY"),
];

/// What a page may load: files of this host and, where the answer holds a style itself, the one whose
/// SHA-256 in base64 is given.
pub fn content_security_policy(style: Option<&str>) -> HeaderValue {
    let style = style.map(|hash| format!(" 'sha256-{hash}'")).unwrap_or_default();
    let policy = format!(
        "default-src 'none'; script-src 'self'; style-src 'self'{style}; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
         form-action 'self'; frame-ancestors 'none'"
    );
    HeaderValue::from_str(&policy).expect("ASCII")
}

/// Gives each answer its headers and writes its line of the log: method, route pattern and status, never
/// the address itself, which may hold what somebody searched.
async fn finish(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse<actix_web::body::BoxBody>, actix_web::Error> {
    let (method, pattern) = (request.method().clone(), request.match_pattern());
    let api = request.path().starts_with("/api");
    // Names this request in the log and to the caller, so that a complaint can be found again.
    let request_id = uuid::Uuid::new_v4().simple().to_string();
    let mut response = next.call(request).await?.map_into_boxed_body();
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if !headers.contains_key(header::CONTENT_SECURITY_POLICY) {
        headers.insert(header::CONTENT_SECURITY_POLICY, content_security_policy(None));
    }
    if api && !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    headers.insert(HeaderName::from_static("x-request-id"), HeaderValue::from_str(&request_id).expect("hexadecimal"));
    let status = response.status().as_u16();
    tracing::info!(%method, route = pattern.as_deref().unwrap_or("-"), status, request_id, "request");
    Ok(response)
}
