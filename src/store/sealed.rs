//! Sealed fields: personal data is encrypted before it reaches a table, and found again by a blind
//! index, so neither the database nor its backups hold it in the clear.
//!
//! Envelope: `version(1) | suite(1) | key(2) | nonce(12) | ciphertext | tag(16)`, AES-256-GCM. The
//! additional data name table, column and row, so a sealed value cannot be moved to another row.

use aws_lc_rs::aead::{AES_256_GCM, Aad, NONCE_LEN, Nonce, RandomizedNonceKey};
use aws_lc_rs::{digest, hkdf, hmac, rand};
use zeroize::Zeroizing;

use crate::error::{Error, Result};

const VERSION: u8 = 1;
const SUITE_AES_256_GCM: u8 = 1;

/// A column that holds sealed values.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    pub table: &'static str,
    pub name: &'static str,
}

/// The secret keys, all derived from one master key that never lies in the database.
#[derive(Clone)]
pub struct Keys(std::sync::Arc<Inner>);

struct Inner {
    /// Current first; older ones still open what they sealed.
    masters: Vec<(u16, Zeroizing<[u8; 32]>)>,
}

/// What a derived key is for; two purposes never share a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    Seal,
    Blind(&'static str),
    Journal,
    AccessToken,
    Csrf,
    Handle,
    Bucket,
    OneTimeCode,
    KeyCheck,
}

impl Keys {
    /// `text`: one line per key, `NUMBER:64 hex digits`, the current one first.
    pub fn parse(text: &str) -> Result<Keys, String> {
        let mut masters = Vec::new();
        for line in text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')) {
            let (number, hex) = line.split_once(':').ok_or("a key line is NUMBER:64 hex digits")?;
            let number = number.trim().parse::<u16>().map_err(|_| "a key's number is 0–65535")?;
            masters.push((number, Zeroizing::new(from_hex(hex.trim()).ok_or("a key is 64 hex digits")?)));
        }
        if masters.is_empty() { Err("no key found".to_owned()) } else { Ok(Keys(Inner { masters }.into())) }
    }

    /// A new key line for a key file.
    pub fn generate() -> Result<String> {
        let mut key = Zeroizing::new([0u8; 32]);
        rand::fill(&mut *key).map_err(|_| Error::internal("the system gives no random bytes"))?;
        Ok(format!("1:{}\n", to_hex(&*key)))
    }

    /// Encrypts `plain` for one row of one column.
    pub fn seal(&self, column: Column, row: &str, plain: &str) -> Result<Vec<u8>> {
        let number = self.0.masters[0].0;
        let key = self.aead(number)?;
        let mut sealed = plain.as_bytes().to_vec();
        let nonce =
            key.seal_in_place_append_tag(Aad::from(associated(column, row)), &mut sealed).map_err(|_| crypto())?;
        let mut envelope = vec![VERSION, SUITE_AES_256_GCM];
        envelope.extend(number.to_be_bytes());
        envelope.extend(nonce.as_ref());
        envelope.extend(sealed);
        Ok(envelope)
    }

    /// Decrypts what [`Keys::seal`] made for the same row of the same column.
    pub fn open(&self, column: Column, row: &str, envelope: &[u8]) -> Result<String> {
        let [VERSION, SUITE_AES_256_GCM, high, low, rest @ ..] = envelope else { return Err(crypto()) };
        let (nonce, sealed) = rest.split_at_checked(NONCE_LEN).ok_or_else(crypto)?;
        let key = self.aead(u16::from_be_bytes([*high, *low]))?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| crypto())?;
        let mut plain = sealed.to_vec();
        let length =
            key.open_in_place(nonce, Aad::from(associated(column, row)), &mut plain).map_err(|_| crypto())?.len();
        plain.truncate(length);
        String::from_utf8(plain).map_err(Error::internal)
    }

    /// 16 bytes that are equal for equal values: finds and keeps unique without revealing.
    pub fn blind(&self, index: &'static str, value: &str) -> Vec<u8> {
        self.mac(Purpose::Blind(index), value.as_bytes())[..16].to_vec()
    }

    /// HMAC-SHA-256 under the key of `purpose`.
    pub fn mac(&self, purpose: Purpose, message: &[u8]) -> [u8; 32] {
        let key = hmac::Key::new(hmac::HMAC_SHA256, &*self.bytes(purpose));
        hmac::sign(&key, message).as_ref().try_into().expect("SHA-256 gives 32 bytes")
    }

    /// The key itself, for a library that wants bytes. From the oldest master, so that blind indexes and
    /// the journal's chain stay valid when a newer key takes over the sealing.
    pub fn bytes(&self, purpose: Purpose) -> Zeroizing<[u8; 32]> {
        self.derive(self.0.masters[self.0.masters.len() - 1].0, purpose)
    }

    fn aead(&self, number: u16) -> Result<RandomizedNonceKey> {
        if !self.0.masters.iter().any(|(known, _)| *known == number) {
            return Err(Error::internal(format!("a field is sealed with key {number}, which is not in the key file")));
        }
        RandomizedNonceKey::new(&AES_256_GCM, &*self.derive(number, Purpose::Seal)).map_err(|_| crypto())
    }

    fn derive(&self, number: u16, purpose: Purpose) -> Zeroizing<[u8; 32]> {
        let master = &self.0.masters.iter().find(|(known, _)| *known == number).expect("checked by the caller").1;
        let label = match purpose {
            Purpose::Blind(index) => format!("muster blind {index}"),
            other => format!("muster {other:?}"),
        };
        let mut key = Zeroizing::new([0u8; 32]);
        hkdf::Salt::new(hkdf::HKDF_SHA256, b"muster")
            .extract(&**master)
            .expand(&[label.as_bytes()], hkdf::HKDF_SHA256)
            .and_then(|okm| okm.fill(&mut *key))
            .expect("32 bytes are within HKDF's bounds");
        key
    }
}

impl std::fmt::Debug for Keys {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Keys(***)")
    }
}

/// SHA-256, for values that are secret by their own length (tokens of 32 random bytes).
pub fn sha256(message: &[u8]) -> Vec<u8> {
    digest::digest(&digest::SHA256, message).as_ref().to_vec()
}

/// 32 random bytes as 64 hex digits: a token nobody can guess.
pub fn random_token() -> Result<String> {
    let mut bytes = [0u8; 32];
    rand::fill(&mut bytes).map_err(|_| Error::internal("the system gives no random bytes"))?;
    Ok(to_hex(&bytes))
}

/// Ten characters to copy by hand, 50 random bits, without letters that look like digits (Crockford's
/// base 32).
pub fn random_code() -> Result<String> {
    const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut bytes = [0u8; 10];
    rand::fill(&mut bytes).map_err(|_| Error::internal("the system gives no random bytes"))?;
    Ok(bytes.iter().map(|byte| char::from(SYMBOLS[usize::from(byte % 32)])).collect())
}

pub fn to_hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hex(text: &str) -> Option<[u8; 32]> {
    if text.len() != 64 || !text.is_ascii() {
        return None;
    }
    let mut bytes = [0; 32];
    for (i, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * i..2 * i + 2], 16).ok()?;
    }
    Some(bytes)
}

/// Length-prefixed, so that no two places have the same bytes.
fn associated(column: Column, row: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    for part in [column.table, column.name, row] {
        bytes.extend((part.len() as u32).to_be_bytes());
        bytes.extend(part.as_bytes());
    }
    bytes
}

fn crypto() -> Error {
    Error::internal("a sealed field does not open: wrong key, wrong row or damaged bytes")
}

#[cfg(test)]
mod tests {
    use super::*;

    const COLUMN: Column = Column { table: "people", name: "id_number_sealed" };

    fn keys(number: u16) -> Keys {
        Keys::parse(&format!("{number}:{}", "07".repeat(32))).expect("a key")
    }

    #[test]
    fn opens_only_for_the_row_and_column_it_was_sealed_for() {
        let keys = keys(1);
        let sealed = keys.seal(COLUMN, "row", "330482199008019990").expect("sealed");
        assert_eq!(keys.open(COLUMN, "row", &sealed).expect("opened"), "330482199008019990");
        assert!(keys.open(COLUMN, "other", &sealed).is_err());
        assert!(keys.open(Column { name: "name_sealed", ..COLUMN }, "row", &sealed).is_err());
        let mut damaged = sealed.clone();
        *damaged.last_mut().expect("bytes") ^= 1;
        assert!(keys.open(COLUMN, "row", &damaged).is_err());
    }

    #[test]
    fn an_older_key_still_opens_and_the_newest_seals() {
        let old = keys(1);
        let sealed = old.seal(COLUMN, "row", "text").expect("sealed");
        let both = Keys::parse(&format!("2:{}\n1:{}", "09".repeat(32), "07".repeat(32))).expect("keys");
        assert_eq!(both.open(COLUMN, "row", &sealed).expect("opened"), "text");
        assert_eq!(both.seal(COLUMN, "row", "text").expect("sealed")[2..4], [0, 2], "the key's number");
    }

    #[test]
    fn equal_values_have_equal_blind_indexes_per_column() {
        let keys = keys(1);
        assert_eq!(keys.blind("mobile", "13000000000"), keys.blind("mobile", "13000000000"));
        assert_ne!(keys.blind("mobile", "13000000000"), keys.blind("email", "13000000000"));
        assert_ne!(
            keys.seal(COLUMN, "row", "x").expect("sealed"),
            keys.seal(COLUMN, "row", "x").expect("sealed"),
            "two sealings never look alike"
        );
    }
}
