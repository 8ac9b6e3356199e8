//! The body of a request, read strictly.

use std::time::Duration;

use actix_web::http::{StatusCode, header};
use actix_web::{FromRequest, HttpRequest, dev, web};
use futures_util::future::LocalBoxFuture;
use serde::de::DeserializeOwned;

use super::json::Tree;
use crate::error::{Code, Error, FieldError, Result};
use crate::types::text::{is_control, is_invisible};

/// Largest JSON body.
pub const BODY_MAX: usize = 64 * 1024;
/// Longest time a JSON body may take to arrive.
const BODY_TIME: Duration = Duration::from_secs(15);

/// A JSON body, read strictly: the right content type, no unknown field, no key twice.
pub struct Body<T> {
    pub value: T,
    pub(super) bytes: web::Bytes,
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
///
/// # Errors
/// [`Code::InvalidJson`], [`Code::DuplicateKey`], [`Code::UnknownField`] or [`Code::Invalid`].
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T> {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let tree: Tree = serde_path_to_error::deserialize(&mut deserializer).map_err(|error| wrong(&error))?;
    deserializer.end().map_err(|error| Error::new(Code::InvalidJson).detail(error.to_string()))?;
    if !matches!(tree, Tree::Object(_)) {
        return Err(Error::new(Code::InvalidJson).detail("内容应是一个 JSON 对象"));
    }
    let mut errors = vec![];
    collect_unreadable(&tree, "", &mut errors);
    if !errors.is_empty() {
        return Err(Error::invalid(errors));
    }
    serde_path_to_error::deserialize(tree).map_err(|error| wrong(&error))
}

fn wrong(error: &serde_path_to_error::Error<serde_json::Error>) -> Error {
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
    Error::new(code).fields(vec![FieldError::new(pointer(error.path()), field, detail)])
}

/// Our own types say in Chinese what is wrong; what the library says is for developers.
fn said(text: &str) -> String {
    let sentence = text.split(" at line ").next().unwrap_or_default();
    if sentence.is_ascii() { "内容不对，请核对类型和可选的值".to_owned() } else { sentence.to_owned() }
}

/// Points to every text with characters that do not show: nobody means them, they hide words from a reader
/// and from the screens, and PostgreSQL cannot hold the first of them.
fn collect_unreadable(tree: &Tree, at: &str, errors: &mut Vec<FieldError>) {
    match tree {
        Tree::Text(text) => {
            // A number copied from a chat comes with marks of direction; whoever reads numbers leaves them out.
            let is_number = NUMBERS.iter().any(|name| at.ends_with(name));
            let hidden = |c: char| is_control(c) || (!is_number && is_invisible(c));
            if text.chars().any(hidden) {
                let detail = "这里有看不见的字符，可能是粘贴带进来的，请删去重新输入";
                errors.push(FieldError::new(at, "invisible_character", detail));
            }
        }
        Tree::Array(items) => {
            items.iter().enumerate().for_each(|(i, item)| collect_unreadable(item, &format!("{at}/{i}"), errors));
        }
        Tree::Object(entries) => {
            for (name, value) in entries {
                collect_unreadable(value, &format!("{at}/{}", step(name)), errors);
            }
        }
        Tree::Null | Tree::Bool(_) | Tree::Number(_) => {}
    }
}

const NUMBERS: [&str; 6] = ["/mobile", "/id_number", "/credit_code", "/identifier", "/lookup", "/code"];

/// A path of serde as a JSON pointer (RFC 6901).
fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter()
        .filter_map(|segment| match segment {
            Segment::Seq { index } => Some(format!("/{index}")),
            Segment::Map { key } => Some(format!("/{}", step(key))),
            Segment::Enum { .. } | Segment::Unknown => None,
        })
        .collect()
}

/// One step of a JSON pointer.
fn step(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
