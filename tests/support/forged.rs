//! Access tokens that nobody may accept, each made from a good one or by hand.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use muster::store::sealed::Purpose;
use serde_json::{Value, json};

/// (what is wrong with it, the token)
pub fn tokens(good: &str) -> Vec<(String, String)> {
    let parts: Vec<&str> = good.split('.').collect();
    let (header, claims) = (decode(parts[0]), decode(parts[1]));
    let mut all = vec![
        ("empty".to_owned(), String::new()),
        ("no dots".to_owned(), "abc".to_owned()),
        ("truncated signature".to_owned(), good[..good.len() - 4].to_owned()),
        ("no signature".to_owned(), format!("{}.{}.", parts[0], parts[1])),
        ("signature of another".to_owned(), format!("{}.{}.{}", parts[0], encode(&json!({ "sub": "x" })), parts[2])),
        ("padding".to_owned(), format!("{good}==")),
        ("5 KiB".to_owned(), format!("{}.{}.{}", parts[0], "A".repeat(5000), parts[2])),
    ];
    for algorithm in ["none", "None", "NONE", "nOnE", "HS384", "RS256", "ES256", ""] {
        let forged = json!({ "alg": algorithm, "typ": "at+jwt", "kid": "1" });
        all.push((format!("alg {algorithm}"), format!("{}.{}.", encode(&forged), parts[1])));
        all.push((format!("alg {algorithm}, signed"), format!("{}.{}.{}", encode(&forged), parts[1], parts[2])));
    }
    for (field, value) in [
        ("typ", json!("JWT")),
        ("typ", json!("rt+jwt")),
        ("typ", Value::Null),
        ("kid", json!("2")),
        ("kid", json!("../../etc/passwd")),
        ("kid", json!("1' OR '1'='1")),
        ("kid", Value::Null),
        ("jku", json!("https://elsewhere.example/keys")),
        ("x5u", json!("https://elsewhere.example/cert")),
    ] {
        let mut forged = header.clone();
        set(&mut forged, field, value.clone());
        all.push((format!("header {field} {value}"), signed(&forged, &claims)));
    }
    for (field, value) in [
        ("iss", json!("elsewhere")),
        ("iss", Value::Null),
        ("aud", json!("elsewhere")),
        ("aud", json!(["muster-web"])),
        ("aud", Value::Null),
        ("sub", json!("00000000-0000-0000-0000-0000000000ff")),
        ("sub", json!(7)),
        ("sub", Value::Null),
        ("sid", json!("00000000-0000-0000-0000-0000000000ff")),
        ("sid", Value::Null),
        ("epoch", json!(99)),
        ("epoch", json!("1")),
        ("epoch", Value::Null),
        ("exp", json!("2099-01-01")),
        ("exp", json!("99999999999")),
        ("exp", json!(1.5e300)),
        ("exp", json!(9_999_999_999.5)),
        ("exp", json!([9_999_999_999_i64])),
        ("exp", json!(0)),
        ("exp", json!(-1)),
        ("exp", Value::Null),
        ("nbf", json!(9_999_999_999_i64)),
        ("nbf", json!("0")),
        ("nbf", Value::Null),
        ("iat", json!(9_999_999_999_i64)),
        ("iat", Value::Null),
        ("role", json!("auditor")),
        ("admin", json!(true)),
    ] {
        let mut forged = claims.clone();
        set(&mut forged, field, value.clone());
        all.push((format!("claim {field} {value}"), signed(&header, &forged)));
    }
    let claims = serde_json::to_string(&claims).expect("text");
    let doubled = claims.replacen('{', "{\"exp\":9999999999,", 1);
    all.push(("exp twice".to_owned(), signed_text(&header, &doubled)));
    all.push(("an array".to_owned(), signed_text(&header, "[1,2,3]")));
    let other = jsonwebtoken::encode(
        &Header::new(Algorithm::HS256),
        &json!({ "exp": 9_999_999_999_i64 }),
        &EncodingKey::from_secret(b"secret"),
    );
    all.push(("another key".to_owned(), other.expect("a token")));
    assert!(all.len() >= 60, "{} forged tokens", all.len());
    all
}

fn set(value: &mut Value, field: &str, new: Value) {
    let object = value.as_object_mut().expect("an object");
    if new.is_null() {
        object.remove(field);
    } else {
        object.insert(field.to_owned(), new);
    }
}

/// Signed with the very key the server uses: only the checks of the content can refuse it.
fn signed(header: &Value, claims: &Value) -> String {
    signed_text(header, &claims.to_string())
}

fn signed_text(header: &Value, claims: &str) -> String {
    let message = format!("{}.{}", encode(header), URL_SAFE_NO_PAD.encode(claims));
    let key = EncodingKey::from_secret(&*super::keys().bytes(Purpose::AccessToken));
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::HS256).expect("a signature");
    format!("{message}.{signature}")
}

fn encode(value: &Value) -> String {
    URL_SAFE_NO_PAD.encode(value.to_string())
}

fn decode(part: &str) -> Value {
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).expect("base64")).expect("json")
}
