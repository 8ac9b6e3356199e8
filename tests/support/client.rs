//! A client that speaks HTTP as a browser or an API client would.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use actix_web::cookie::Cookie;
use actix_web::http::{Method, StatusCode};
use actix_web::test::TestRequest;
use muster::types::table::{self, Table, TableError};
use serde_json::Value;

use super::TestApp;

#[derive(Clone)]
pub struct Client {
    pub app: TestApp,
    cookies: Rc<RefCell<BTreeMap<String, String>>>,
    csrf: Rc<RefCell<Option<String>>>,
    bearer: Option<String>,
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: actix_web::http::header::HeaderMap,
    pub bytes: Vec<u8>,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes).unwrap_or(Value::Null)
    }

    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// The cells of an answer that is a file to keep.
    #[track_caller]
    pub fn table(&self) -> Table {
        assert_eq!(self.header("content-type"), muster::http::XLSX, "{}", self.text());
        assert!(self.header("content-disposition").starts_with("attachment; filename*=UTF-8''"));
        match table::read("out.xlsx", &self.bytes) {
            // Only the header: nothing to import, and a true answer all the same.
            Err(TableError::Empty) => Table::default(),
            read => read.expect("our own file"),
        }
    }

    /// The code of a problem, or an empty text.
    pub fn code(&self) -> String {
        self.json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// Fails unless the status is `status`; shows the body.
    #[track_caller]
    pub fn expect(self, status: u16) -> Answer {
        assert_eq!(self.status.as_u16(), status, "{}", self.text());
        self
    }

    /// Fails unless it is a problem with this code.
    #[track_caller]
    pub fn refused(self, code: &str) -> Answer {
        assert_eq!(self.code(), code, "{} {}", self.status, self.text());
        assert_eq!(self.header("content-type"), "application/problem+json; charset=utf-8");
        self
    }

    pub fn version(&self) -> String {
        self.header("etag").to_owned()
    }

    /// A header's text, or an empty one.
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }
}

/// One request in the making.
pub struct Draft {
    client: Client,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
    address: Option<std::net::SocketAddr>,
}

impl Client {
    pub fn new(app: TestApp) -> Client {
        Client { app, cookies: Rc::default(), csrf: Rc::default(), bearer: None }
    }

    /// The same account by a bearer token instead of cookies.
    pub fn with_bearer(&self, token: &str) -> Client {
        Client { bearer: Some(token.to_owned()), ..Client::new(self.app.clone()) }
    }

    /// A copy whose cookies go their own way from now on.
    pub fn fork(&self) -> Client {
        Client {
            app: self.app.clone(),
            cookies: Rc::new(RefCell::new(self.cookies.borrow().clone())),
            csrf: Rc::new(RefCell::new(self.csrf.borrow().clone())),
            bearer: self.bearer.clone(),
        }
    }

    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    pub fn request(&self, method: Method, path: &str) -> Draft {
        Draft { client: self.clone(), method, path: path.to_owned(), headers: Vec::new(), body: None, address: None }
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.request(Method::GET, path).send().await
    }

    pub async fn post(&self, path: &str, body: Value) -> Answer {
        self.request(Method::POST, path).json(body).send().await
    }

    pub async fn put(&self, path: &str, body: Value) -> Answer {
        self.request(Method::PUT, path).json(body).send().await
    }

    /// Sends with the version of what stands at `page`, as somebody who has just looked at it would.
    pub async fn change(&self, page: &str, method: Method, path: &str, body: Value) -> Answer {
        let version = self.get(page).await.version();
        self.request(method, path).if_match(&version).json(body).send().await
    }

    /// One step of a position's life.
    pub async fn step(&self, position: &str, body: Value) -> Answer {
        let page = format!("/api/me/positions/{position}");
        self.change(&page, Method::POST, &format!("/api/positions/{position}/step"), body).await
    }

    /// An officer's finding about the person or the organisation at `page`.
    pub async fn verify(&self, page: &str, body: Value) -> Answer {
        self.change(page, Method::POST, &format!("{page}/verification"), body).await
    }

    pub async fn show(&self, visible: bool) -> Answer {
        let body = serde_json::json!({ "visible": visible });
        self.change("/api/me/profile", Method::PUT, "/api/me/visibility", body).await
    }

    pub async fn delete(&self, path: &str) -> Answer {
        self.request(Method::DELETE, path).send().await
    }
}

impl Draft {
    pub fn header(mut self, name: &str, value: &str) -> Draft {
        self.headers.push((name.to_owned(), value.to_owned()));
        self
    }

    pub fn json(self, body: Value) -> Draft {
        self.bytes("application/json", body.to_string().into_bytes())
    }

    pub fn bytes(mut self, media_type: &str, bytes: Vec<u8>) -> Draft {
        self.body = Some(bytes);
        self.header("Content-Type", media_type)
    }

    /// As if it came from another network.
    pub fn peer(mut self, address: std::net::SocketAddr) -> Draft {
        self.address = Some(address);
        self
    }

    pub fn if_match(self, version: &str) -> Draft {
        self.header("If-Match", version)
    }

    pub async fn send(self) -> Answer {
        let has = |name: &str| self.headers.iter().any(|(known, _)| known.eq_ignore_ascii_case(name));
        let mut request = TestRequest::with_uri(&self.path).method(self.method.clone());
        if self.method == Method::POST && !has("Idempotency-Key") {
            request = request.insert_header(("Idempotency-Key", uuid::Uuid::new_v4().to_string()));
        }
        if let Some(address) = self.address {
            request = request.peer_addr(address);
        }
        if let Some(token) = &self.client.bearer {
            request = request.insert_header(("Authorization", format!("Bearer {token}")));
        }
        if let Some(token) = self.client.csrf.borrow().as_ref()
            && !has("X-CSRF-Token")
        {
            request = request.insert_header(("X-CSRF-Token", token.as_str()));
        }
        for (name, value) in self.client.cookies.borrow().iter() {
            request = request.cookie(Cookie::new(name.clone(), value.clone()));
        }
        for (name, value) in &self.headers {
            request = request.insert_header((name.as_str(), value.as_str()));
        }
        if let Some(body) = self.body {
            request = request.set_payload(body);
        }
        let response = self.client.app.call(request.to_request()).await;
        for cookie in response.response().cookies() {
            let mut cookies = self.client.cookies.borrow_mut();
            if cookie.value().is_empty() {
                cookies.remove(cookie.name());
            } else {
                cookies.insert(cookie.name().to_owned(), cookie.value().to_owned());
            }
        }
        let (status, headers) = (response.status(), response.headers().clone());
        let bytes = actix_web::test::read_body(response).await.to_vec();
        let answer = Answer { status, headers, bytes };
        if let Some(token) = answer.json()["csrf_token"].as_str() {
            *self.client.csrf.borrow_mut() = Some(token.to_owned());
        }
        answer
    }
}
