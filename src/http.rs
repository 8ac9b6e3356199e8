//! What every route shares: declaring it with its permission, reading a request strictly, answering.
//!
//! A route cannot be declared without an [`Action`], and the gate refuses an address that was not
//! declared; so nothing is open by oversight.

pub mod docs;

use std::collections::BTreeMap;
use std::time::Duration;

use actix_web::http::header::{self, HeaderValue};
use actix_web::http::{Method, StatusCode};
use actix_web::{FromRequest, Handler, HttpRequest, HttpResponse, Responder, ResponseError, Route, dev, web};
use futures_util::future::LocalBoxFuture;
use serde::Serialize;
use serde::de::DeserializeOwned;
use utoipa::openapi::path::{HttpMethod, ParameterIn, PathItem};
use utoipa::openapi::{Components, Info, OpenApi, OpenApiBuilder, RefOr, Schema};

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::error::{Code, Error, FieldError, Result};
use crate::store::idempotency;
use crate::types::text::{is_control, is_invisible, visible};

/// Largest JSON body.
pub const BODY_MAX: usize = 64 * 1024;
/// Longest time a JSON body may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(15);

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

/// A JSON body, read strictly: the right content type, no unknown field, no key twice.
pub struct Body<T> {
    pub value: T,
    bytes: web::Bytes,
}

impl<T: DeserializeOwned + 'static> FromRequest for Body<T> {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let is_json = content_type(request) == "application/json" && is_utf8(request);
        let bytes = web::Bytes::from_request(request, payload);
        Box::pin(async move {
            if !is_json {
                return Err(Error::new(Code::WrongContentType).detail("应为 application/json，UTF-8"));
            }
            let broken = || Error::new(Code::InvalidJson).detail("请求没有传完，请重试");
            let bytes = tokio::time::timeout(BODY_TIME, bytes).await.map_err(|_| broken())?;
            let bytes = bytes.map_err(|error| match error.as_response_error().status_code() {
                StatusCode::PAYLOAD_TOO_LARGE => Error::from(Code::BodyTooLarge),
                _ => broken(),
            })?;
            Ok(Body { value: parse(&bytes)?, bytes })
        })
    }
}

/// The media type of a request's body, without its parameters.
pub fn content_type(request: &HttpRequest) -> String {
    let value = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    value.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Whether the body's characters are ours; nothing said means they are.
fn is_utf8(request: &HttpRequest) -> bool {
    let value = request.headers().get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let charset = value.split(';').skip(1).filter_map(|part| part.trim().strip_prefix("charset="));
    charset.into_iter().all(|charset| charset.trim_matches('"').eq_ignore_ascii_case("utf-8"))
}

/// Parses a JSON object with a pointer to what is wrong.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    // serde also takes an array for a struct, by place.
    if bytes.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| *byte != b'{') {
        return Err(Error::new(Code::InvalidJson).detail("内容应是一个 JSON 对象"));
    }
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| {
        let pointer = pointer(error.path());
        let text = error.inner().to_string();
        let (code, field, detail) = if error.inner().classify() != serde_json::error::Category::Data {
            return Error::new(Code::InvalidJson).detail(text);
        } else if text.starts_with("unknown field") {
            (Code::UnknownField, "unknown_field", "没有这个字段，请删去".to_owned())
        } else if text.starts_with("duplicate field") {
            (Code::DuplicateKey, "duplicate_key", "这个字段出现了两次，请只保留一个".to_owned())
        } else if text.starts_with("missing field") {
            (Code::Invalid, "required", "请填写".to_owned())
        } else {
            (Code::Invalid, "wrong_value", said(&text))
        };
        Error::new(code).fields(vec![FieldError::new(pointer, field, detail)])
    })?;
    deserializer.end().map_err(|error| Error::new(Code::InvalidJson).detail(error.to_string()))?;
    readable(bytes)?;
    Ok(value)
}

/// Our own types say in Chinese what is wrong; what the library says is for developers.
fn said(text: &str) -> String {
    let sentence = text.split(" at line ").next().unwrap_or_default();
    if sentence.is_ascii() { "内容不对，请核对类型和可选的值".to_owned() } else { sentence.to_owned() }
}

/// Refuses texts with characters that do not show: nobody means them, they hide words from a reader and
/// from the screens, and PostgreSQL cannot hold the first of them.
///
/// # Errors
/// [`Code::Invalid`] with a pointer to each such text.
fn readable(bytes: &[u8]) -> Result<()> {
    let mut errors = Vec::new();
    collect_unreadable(&serde_json::from_slice(bytes).map_err(Error::internal)?, "", &mut errors);
    if errors.is_empty() { Ok(()) } else { Err(Error::invalid(errors)) }
}

fn collect_unreadable(value: &serde_json::Value, at: &str, errors: &mut Vec<FieldError>) {
    use serde_json::Value;
    match value {
        Value::String(text) => {
            // A number copied from a chat comes with marks of direction; whoever reads numbers leaves them out.
            let is_number = NUMBERS.iter().any(|name| at.ends_with(name));
            let hidden = |c: char| is_control(c) || (!is_number && is_invisible(c));
            if text.chars().any(hidden) {
                let detail = "这里有看不见的字符，可能是粘贴带进来的，请删去重新输入";
                errors.push(FieldError::new(at, "invisible_character", detail));
            }
        }
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| collect_unreadable(item, &format!("{at}/{i}"), errors));
        }
        Value::Object(fields) => {
            for (name, value) in fields {
                collect_unreadable(value, &format!("{at}/{}", name.replace('~', "~0").replace('/', "~1")), errors);
            }
        }
        _ => {}
    }
}

const NUMBERS: [&str; 6] = ["/mobile", "/id_number", "/credit_code", "/identifier", "/lookup", "/code"];

/// A path of serde as a JSON pointer (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } => Some(format!("/{}", key.replace('~', "~0").replace('/', "~1"))),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
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
pub fn attachment(name: &str, media_type: &'static str, bytes: Vec<u8>) -> HttpResponse {
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
