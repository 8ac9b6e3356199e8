//! What every route shares: declaring it with its permission, reading a request strictly, answering.
//!
//! A route cannot be declared without an [`Action`], and the gate refuses an address that was not
//! declared; so nothing is open by oversight.

mod body;
pub mod docs;
mod json;

use std::collections::BTreeMap;

use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Responder, ResponseError, Route, dev, web};
use chrono::NaiveDate;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::openapi::path::{HttpMethod, ParameterIn, PathItem};
use utoipa::openapi::{Components, Info, OpenApi, OpenApiBuilder, RefOr, Schema};

pub use body::{BODY_MAX, Body, content_type, parse};

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::error::{Code, Error, Result};
use crate::store::idempotency;
use crate::types::table::{self, Column};
use crate::types::text::visible;

/// The media type of an XLSX file.
pub const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A declared route: what the gate, the matrix test and the OpenAPI document know of it.
#[derive(Clone, Debug)]
pub struct Declared {
    pub method: Method,
    /// With its parameters in braces.
    pub path: String,
    pub operation: String,
    pub action: Action,
    /// Whether it has parameters after a question mark.
    pub takes_query: bool,
}

/// Collects the routes of all capabilities.
#[derive(Default)]
pub struct Api {
    routes: BTreeMap<String, Vec<Route>>,
    declared: Vec<Declared>,
    paths: BTreeMap<String, PathItem>,
    schemas: Vec<(String, RefOr<Schema>)>,
}

impl Api {
    /// Declares one route: address, method and documentation come from its `#[utoipa::path]`.
    pub fn add<P, F, Args>(&mut self, _: P, action: Action, handler: F) -> &mut Self
    where
        P: utoipa::Path + utoipa::__dev::SchemaReferences,
        F: Handler<Args>,
        Args: FromRequest + 'static,
        F::Output: Responder + 'static,
    {
        let (path, operation) = (P::path(), P::operation());
        let documented = P::methods().into_iter().next().expect("utoipa gives a route its method");
        let method = actix_method(&documented);
        self.declared.push(Declared {
            method: method.clone(),
            path: path.clone(),
            operation: operation.operation_id.clone().expect("utoipa names every operation"),
            action,
            takes_query: operation
                .parameters
                .iter()
                .flatten()
                .any(|parameter| matches!(parameter, RefOr::T(one) if one.parameter_in == ParameterIn::Query)),
        });
        self.routes.entry(path.clone()).or_default().push(web::method(method).to(handler));
        let item = PathItem::new(documented, operation);
        match self.paths.entry(path) {
            std::collections::btree_map::Entry::Vacant(entry) => drop(entry.insert(item)),
            std::collections::btree_map::Entry::Occupied(mut entry) => entry.get_mut().merge_operations(item),
        }
        P::schemas(&mut self.schemas);
        self
    }

    pub fn declared(&self) -> &[Declared] {
        &self.declared
    }

    /// Hands the routes to actix.
    pub fn configure(self, config: &mut web::ServiceConfig) {
        for (path, routes) in self.routes {
            let mut resource = web::resource(path);
            for route in routes {
                resource = resource.route(route);
            }
            config.service(resource.default_service(web::to(method_not_allowed)));
        }
    }

    /// The OpenAPI 3.1 document of all that was declared.
    pub fn openapi(&self) -> OpenApi {
        let mut info = Info::new("Muster 集结号", env!("CARGO_PKG_VERSION"));
        info.description =
            Some("Veterans and military spouses into work: profiles, positions, explained matches.".to_owned());
        let mut paths = utoipa::openapi::Paths::new();
        paths.paths.extend(self.paths.clone());
        let mut components = Components::new();
        components.schemas.extend(self.schemas.iter().cloned());
        OpenApiBuilder::new().info(info).paths(paths).components(Some(components)).build()
    }
}

async fn method_not_allowed() -> Error {
    Code::MethodNotAllowed.into()
}

fn actix_method(method: &HttpMethod) -> Method {
    match method {
        HttpMethod::Get => Method::GET,
        HttpMethod::Post => Method::POST,
        HttpMethod::Put => Method::PUT,
        HttpMethod::Delete => Method::DELETE,
        HttpMethod::Patch => Method::PATCH,
        HttpMethod::Head => Method::HEAD,
        HttpMethod::Options => Method::OPTIONS,
        HttpMethod::Trace => Method::TRACE,
    }
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        StatusCode::from_u16(self.code().status()).expect("the table holds valid statuses")
    }

    fn error_response(&self) -> HttpResponse {
        if let Some(source) = self.source() {
            tracing::error!(code = self.code().code(), error = %source, "request_failed");
        }
        let mut response = HttpResponse::build(self.status_code());
        if let Some(seconds) = self.retry_after() {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        response.content_type("application/problem+json; charset=utf-8").json(self.problem())
    }
}

impl Responder for Error {
    type Body = actix_web::body::BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        self.error_response()
    }
}

/// Query parameters, read strictly: none unknown, none twice.
pub struct Params<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Params<T> {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        std::future::ready(params(request.query_string()).map(Params))
    }
}

/// Characters that do not show are left out: what somebody pastes into a search brings them along.
fn params<T: DeserializeOwned>(query: &str) -> Result<T> {
    let wrong = |error: &dyn std::fmt::Display| Error::new(Code::InvalidQuery).detail(error.to_string());
    let mut pairs: Vec<(String, String)> = serde_urlencoded::from_str(query).map_err(|error| wrong(&error))?;
    pairs.iter_mut().for_each(|(_, text)| *text = visible(text));
    let query = serde_urlencoded::to_string(pairs).map_err(|error| wrong(&error))?;
    serde_urlencoded::from_str(&query).map_err(|error| wrong(&error))
}

/// A part of the path as a value; one that cannot be it names nothing, so it is "not found".
pub struct Named<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Named<T> {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let path = web::Path::<T>::from_request(request, payload).into_inner();
        std::future::ready(path.map(|path| Named(path.into_inner())).map_err(|_| Code::NotFound.into()))
    }
}

/// The client's key for an effect that must happen once.
pub struct IdempotencyKey {
    key: String,
    /// Two addresses are two requests, whatever their bodies.
    path: String,
}

impl FromRequest for IdempotencyKey {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let key = request.headers().get("Idempotency-Key").and_then(|value| value.to_str().ok()).unwrap_or_default();
        std::future::ready(if (8..=128).contains(&key.len()) {
            Ok(IdempotencyKey { key: key.to_owned(), path: request.path().to_owned() })
        } else {
            Err(Error::new(Code::MissingHeader).detail("Idempotency-Key：8–128 个字符，每次提交一个新的"))
        })
    }
}

impl IdempotencyKey {
    /// Binds the key to who asks, for what, with which content.
    pub fn request<T>(&self, actor: &Actor, operation: &'static str, body: &Body<T>) -> idempotency::Request {
        self.of_bytes(actor, operation, body.bytes.to_vec())
    }

    pub fn of_bytes(&self, actor: &Actor, operation: &'static str, content: Vec<u8>) -> idempotency::Request {
        let principal = actor.account.map_or("anyone".to_owned(), |id| id.to_string());
        let content = [self.path.as_bytes(), b"\n", &content].concat();
        idempotency::Request { principal, operation, key: self.key.clone(), content }
    }
}

/// The version a change is based on, from `If-Match`.
pub struct IfMatch(pub i64);

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = std::future::Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let value = request.headers().get(header::IF_MATCH).and_then(|value| value.to_str().ok());
        std::future::ready(match value.map(|text| text.trim().trim_matches('"').parse()) {
            Some(Ok(version)) => Ok(IfMatch(version)),
            Some(Err(_)) => Err(Code::VersionMismatch.into()),
            None => Err(Code::PreconditionRequired.into()),
        })
    }
}

/// 200 with JSON.
pub struct Json<T>(pub T);
/// 201 with JSON.
pub struct Created<T>(pub T);
/// JSON with the resource's version as its `ETag`.
pub struct Versioned<T>(pub i64, pub T);
/// 204.
pub struct Done;

impl<T: Serialize> Responder for Json<T> {
    type Body = actix_web::body::BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok().json(self.0)
    }
}

impl<T: Serialize> Responder for Created<T> {
    type Body = actix_web::body::BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Created().json(self.0)
    }
}

impl<T: Serialize> Responder for Versioned<T> {
    type Body = actix_web::body::BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::Ok().insert_header((header::ETAG, format!("\"{}\"", self.0))).json(self.1)
    }
}

impl Responder for Done {
    type Body = actix_web::body::BoxBody;
    fn respond_to(self, _: &HttpRequest) -> HttpResponse {
        HttpResponse::NoContent().finish()
    }
}

/// A file to keep, never to show.
/// A list as the bytes of an XLSX file.
///
/// # Errors
/// [`Code::InvalidQuery`] for more rows than an import takes: such a file opens slowly, and some programs
/// cut it without a word.
pub fn written(list: &str, columns: &[Column], rows: &[Vec<String>]) -> Result<Vec<u8>> {
    if rows.len() > table::ROWS_MAX {
        let detail = format!("超过 {} 行，请缩小条件后分几次导出", table::ROWS_MAX);
        return Err(Error::new(Code::InvalidQuery).detail(detail));
    }
    table::write(list, columns, rows).map_err(Error::internal)
}

/// A list as an XLSX file to keep, named after it and the day.
pub fn spreadsheet(list: &str, day: NaiveDate, columns: &[Column], rows: &[Vec<String>]) -> Result<HttpResponse> {
    let bytes = written(list, columns, rows)?;
    Ok(attachment(&format!("{list}-{day}.xlsx"), XLSX, bytes))
}

fn attachment(name: &str, media_type: &'static str, bytes: Vec<u8>) -> HttpResponse {
    let encoded: String = name
        .bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || b"._-".contains(&byte) {
                (byte as char).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect();
    HttpResponse::Ok()
        .insert_header((header::CONTENT_TYPE, HeaderValue::from_static(media_type)))
        .insert_header((header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{encoded}")))
        .body(bytes)
}
