//! The gate: the middleware every API request passes. It finds out who asks, refuses what the table
//! does not allow, and takes state changes only from our own pages or from bearer tokens.

use std::collections::HashMap;
use std::future::{Ready, ready};
use std::net::IpAddr;
use std::rc::Rc;

use actix_web::body::{EitherBody, MessageBody};
use actix_web::cookie::{Cookie, SameSite};
use actix_web::dev::{Service, ServiceRequest, ServiceResponse, Transform, forward_ready};
use actix_web::http::Method;
use actix_web::http::header::{self, HeaderMap};
use actix_web::{FromRequest, HttpMessage, HttpRequest, ResponseError, dev};
use futures_util::future::LocalBoxFuture;

use crate::error::{Code, Error, Result};
use crate::http::Declared;
use crate::server::App;
use crate::store::Store;
use crate::store::sealed::{Purpose, sha256, to_hex};
use crate::types::id::SessionId;

use super::actions::Opened;
use super::permissions::Action;
use super::{Actor, rules, store, tokens};

/// `__Host-`: only over TLS (or to this machine), only for this host, only for the whole of it.
pub const ACCESS_COOKIE: &str = "__Host-at";
pub const REFRESH_COOKIE: &str = "__Host-rt";
/// Proves that this browser signed in before, so that an attacker cannot lock its owner out.
pub const DEVICE_COOKIE: &str = "__Host-device";

/// Which action each declared address needs.
pub type Actions = HashMap<(Method, String), Needs>;

/// What a declared address needs.
#[derive(Clone, Copy, Debug)]
pub struct Needs {
    action: Action,
    takes_query: bool,
}

pub fn actions(declared: &[Declared]) -> Actions {
    let needs = |route: &Declared| Needs { action: route.action, takes_query: route.takes_query };
    declared.iter().map(|route| ((route.method.clone(), route.path.clone()), needs(route))).collect()
}

/// The middleware.
pub struct Gate {
    pub app: App,
    pub actions: Rc<Actions>,
}

impl<S, B> Transform<S, ServiceRequest> for Gate
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error> + 'static,
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type Transform = GateService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, ()>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(GateService { service: Rc::new(service), app: self.app.clone(), actions: self.actions.clone() }))
    }
}

pub struct GateService<S> {
    service: Rc<S>,
    app: App,
    actions: Rc<Actions>,
}

impl<S, B> Service<ServiceRequest> for GateService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = actix_web::Error> + 'static,
    B: MessageBody,
{
    type Response = ServiceResponse<EitherBody<B>>;
    type Error = actix_web::Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Self::Error>>;

    forward_ready!(service);

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let (service, app) = (self.service.clone(), self.app.clone());
        // No address of ours needs an escape; with one, the pattern matched here and the route taken
        // later could differ.
        let plain = !request.path().contains('%') || !request.path().starts_with("/api");
        let needs = request
            .match_pattern()
            .filter(|_| plain)
            .map(|pattern| self.actions.get(&(request.method().clone(), pattern)).copied());
        Box::pin(async move {
            match needs {
                None if !plain => {
                    let error = Error::from(Code::NotFound);
                    return Ok(request.into_response(error.error_response()).map_into_right_body());
                }
                // No such address below /api, or not with this method: the routes answer 404 or 405.
                None | Some(None) => {}
                Some(Some(needs)) => match admit(&app, request.request(), needs).await {
                    Ok(actor) => drop(request.extensions_mut().insert(actor)),
                    Err(error) => return Ok(request.into_response(error.error_response()).map_into_right_body()),
                },
            }
            Ok(service.call(request).await?.map_into_left_body())
        })
    }
}

/// Who asks, if they may.
async fn admit(app: &App, request: &HttpRequest, needs: Needs) -> Result<Actor> {
    let action = needs.action;
    let writes = !matches!(*request.method(), Method::GET | Method::HEAD);
    let credential = credential(app, request.headers(), request)?;
    if writes && !matches!(credential, Credential::Bearer(_)) {
        same_origin(request.headers())?;
    }
    let actor = match credential {
        Credential::None => Actor::anyone(),
        Credential::Bearer(token) => bearer(&app.store, token).await?,
        Credential::Session(claims) => match session(&app.store, claims).await {
            // A page that anyone may see must not fail because an old cookie came along.
            Err(error) if error.code() == Code::SessionExpired && open_to_all(action) => Actor::anyone(),
            found => found?,
        },
        Credential::Expired if open_to_all(action) => Actor::anyone(),
        Credential::Expired => return Err(Code::SessionExpired.into()),
    };
    if writes && let Some(session) = actor.session {
        let sent = request.headers().get("X-CSRF-Token").and_then(|value| value.to_str().ok()).unwrap_or_default();
        if !same_secret(sent, &csrf_token(app, session)) {
            return Err(Code::CsrfRefused.into());
        }
    }
    actor.may(action)?;
    if !needs.takes_query && !request.query_string().is_empty() {
        return Err(Error::new(Code::InvalidQuery).detail("这个地址没有查询条件"));
    }
    Ok(actor)
}

fn open_to_all(action: Action) -> bool {
    Actor::anyone().may(action).is_ok()
}

enum Credential {
    None,
    Expired,
    Bearer(String),
    Session(tokens::Claims),
}

fn credential(app: &App, headers: &HeaderMap, request: &HttpRequest) -> Result<Credential> {
    if let Some(value) = headers.get(header::AUTHORIZATION) {
        let token = value.to_str().ok().and_then(|text| text.strip_prefix("Bearer "));
        return Ok(Credential::Bearer(token.ok_or(Code::NotSignedIn)?.to_owned()));
    }
    let Some(cookie) = request.cookie(ACCESS_COOKIE) else {
        let has_refresh = request.cookie(REFRESH_COOKIE).is_some();
        return Ok(if has_refresh { Credential::Expired } else { Credential::None });
    };
    match tokens::read(&app.store.keys, cookie.value(), app.store.clock.now()) {
        Ok(claims) => Ok(Credential::Session(claims)),
        // Past its life, or of another installation on this host: no session of ours either way. Whoever
        // has it must still be able to sign in.
        Err(_) => Ok(Credential::Expired),
    }
}

async fn session(db: &Store, claims: tokens::Claims) -> Result<Actor> {
    let now = db.clock.now();
    db.read(move |db| {
        let (session, account) = store::session(db, claims.sid)?.ok_or(Code::SessionExpired)?;
        let holdings = store::holdings(db, account.id)?;
        rules::session(&session, &account, rules::is_staff(holdings.iter().map(|holding| holding.role)), now)?;
        if account.id != claims.sub || session.epoch != claims.epoch {
            return Err(Code::NotSignedIn.into());
        }
        Ok(Actor::new(account.id, Some(session.id), holdings))
    })
    .await
}

async fn bearer(db: &Store, token: String) -> Result<Actor> {
    let now = db.clock.now();
    db.read(move |db| {
        let token = store::token_by_hash(db, &sha256(token.as_bytes()))?.ok_or(Code::NotSignedIn)?;
        let account = store::account(db, token.account_id)?;
        let ended = token.revoked_at.is_some()
            || token.expires_at <= now
            || token.epoch != account.epoch
            || account.state != super::model::AccountState::Active;
        if ended {
            return Err(Code::SessionExpired.into());
        }
        Ok(Actor::new(account.id, None, store::holdings(db, account.id)?))
    })
    .await
}

/// State changes come from our own pages: the browser says so by `Sec-Fetch-Site`, older ones by
/// `Origin`. A request with neither was not made by a browser on somebody's behalf.
fn same_origin(headers: &HeaderMap) -> Result<()> {
    let text = |name| headers.get(name).and_then(|value: &header::HeaderValue| value.to_str().ok());
    let ours = match (text("Sec-Fetch-Site"), text("Origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, Some(origin)) => {
            let host = text("Host").unwrap_or_default();
            origin.split_once("://").is_some_and(|(_, origin_host)| origin_host == host)
        }
        (None, None) => true,
    };
    if ours { Ok(()) } else { Err(Code::CsrfRefused.into()) }
}

pub fn csrf_token(app: &App, session: SessionId) -> String {
    to_hex(&app.store.keys.mac(Purpose::Csrf, session.as_str().as_bytes()))
}

/// Compares in constant time.
pub fn same_secret(one: &str, other: &str) -> bool {
    aws_lc_rs::constant_time::verify_slices_are_equal(one.as_bytes(), other.as_bytes()).is_ok()
}

/// The cookies of a fresh session.
pub fn cookies(opened: &Opened) -> Vec<Cookie<'static>> {
    let mut cookies = vec![cookie(ACCESS_COOKIE, opened.access_token.clone())];
    cookies.extend(opened.refresh_token.clone().map(|token| cookie(REFRESH_COOKIE, token)));
    cookies
}

pub fn cookie(name: &'static str, value: String) -> Cookie<'static> {
    Cookie::build(name, value).path("/").secure(true).http_only(true).same_site(SameSite::Strict).finish()
}

/// The network a request comes from: IPv4 /24, IPv6 /64. The address is the socket's; a header about
/// it is believed only from a configured proxy.
pub fn network(app: &App, request: &HttpRequest) -> String {
    let peer = request.peer_addr().map(|addr| addr.ip());
    let peer = peer.map(|ip| ip.to_canonical());
    let lines = request.headers().get_all("X-Forwarded-For").filter_map(|value| value.to_str().ok());
    let mut hops: Vec<IpAddr> =
        lines.flat_map(|line| line.split(',')).filter_map(|hop| hop.trim().parse().ok()).collect();
    hops.extend(peer);
    // From our own socket outwards: each trusted proxy vouches for the hop before it, nobody else does.
    let trusted = |ip: &IpAddr| app.config.trusted_proxies.contains(&ip.to_canonical());
    let client = hops.iter().rev().find(|ip| !trusted(ip)).or(hops.first()).map(IpAddr::to_canonical);
    match client {
        Some(IpAddr::V4(ip)) => {
            let [a, b, c, _] = ip.octets();
            format!("{a}.{b}.{c}.0/24")
        }
        Some(IpAddr::V6(ip)) => format!("{:x?}/64", &ip.segments()[..4]),
        None => "local".to_owned(),
    }
}

impl FromRequest for Actor {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        ready(request.extensions().get::<Actor>().cloned().ok_or_else(|| Code::Forbidden.into()))
    }
}
