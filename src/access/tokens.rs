//! Access tokens: short JWTs that carry a session's id. They save nothing but a look at forged
//! cookies; the session row decides, so a revocation holds from the next request on.

use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};

use crate::error::{Code, Error, Result};
use crate::store::sealed::{Keys, Purpose};
use crate::types::id::{AccountId, SessionId};
use crate::types::time::Moment;

/// Life of an access token in seconds.
pub const LIFE_S: i64 = 300;
/// Tolerated difference of clocks in seconds.
const LEEWAY_S: i64 = 5;
const ISSUER: &str = "muster";
const AUDIENCE: &str = "muster-web";
const TYPE: &str = "at+jwt";
const KEY_ID: &str = "1";
/// Longer texts are not looked at.
const LENGTH_MAX: usize = 4096;

/// Every claim is required and typed: a claim of another type is a refusal, never "absent".
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    pub iss: String,
    pub aud: String,
    pub sub: AccountId,
    pub sid: SessionId,
    pub epoch: i64,
    pub iat: i64,
    pub nbf: i64,
    pub exp: i64,
}

pub fn issue(keys: &Keys, account: AccountId, session: SessionId, epoch: i64, now: Moment) -> Result<String> {
    let mut header = Header::new(Algorithm::HS256);
    header.typ = Some(TYPE.to_owned());
    header.kid = Some(KEY_ID.to_owned());
    let now = now.unix();
    let claims = Claims {
        iss: ISSUER.to_owned(),
        aud: AUDIENCE.to_owned(),
        sub: account,
        sid: session,
        epoch,
        iat: now,
        nbf: now,
        exp: now + LIFE_S,
    };
    let key = EncodingKey::from_secret(&*keys.bytes(Purpose::AccessToken));
    jsonwebtoken::encode(&header, &claims, &key).map_err(Error::internal)
}

/// Reads a token we issued.
///
/// # Errors
/// [`Code::SessionExpired`] for one past its life, [`Code::NotSignedIn`] for anything else.
pub fn read(keys: &Keys, token: &str, now: Moment) -> Result<Claims> {
    let refused = || Error::from(Code::NotSignedIn);
    if token.len() > LENGTH_MAX {
        return Err(refused());
    }
    let header = jsonwebtoken::decode_header(token).map_err(|_| refused())?;
    let ours = header.typ.as_deref() == Some(TYPE) && header.kid.as_deref() == Some(KEY_ID);
    if !ours || header.jku.is_some() || header.x5u.is_some() || header.jwk.is_some() || header.x5c.is_some() {
        return Err(refused());
    }
    let key = DecodingKey::from_secret(&*keys.bytes(Purpose::AccessToken));
    let claims = jsonwebtoken::decode::<Claims>(token, &key, &validation()).map_err(|_| refused())?.claims;
    let now = now.unix();
    if claims.nbf > now + LEEWAY_S || claims.iat > now + LEEWAY_S {
        return Err(refused());
    }
    if claims.exp < now - LEEWAY_S {
        return Err(Code::SessionExpired.into());
    }
    Ok(claims)
}

/// Times are checked against our own clock, which tests can set; everything else here.
fn validation() -> Validation {
    let mut validation = Validation::new(Algorithm::HS256);
    validation.set_issuer(&[ISSUER]);
    validation.set_audience(&[AUDIENCE]);
    validation.set_required_spec_claims(&["exp", "nbf", "iss", "aud", "sub"]);
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation
}

/// The session a token of ours names, whatever its age: to find the session a stolen refresh token
/// belongs to. It proves nothing about who presents it.
pub fn session_of(keys: &Keys, token: &str) -> Option<SessionId> {
    if token.len() > LENGTH_MAX {
        return None;
    }
    let key = DecodingKey::from_secret(&*keys.bytes(Purpose::AccessToken));
    Some(jsonwebtoken::decode::<Claims>(token, &key, &validation()).ok()?.claims.sid)
}
