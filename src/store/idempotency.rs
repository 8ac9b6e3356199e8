//! Retried requests are harmless: the answer to a key is kept in the same transaction as its effect.

use diesel::prelude::*;

use super::Tx;
use super::schema::idempotency_keys;
use super::sealed::{Column, sha256};
use crate::error::{Code, Error, Result};
use crate::types::time::Moment;

/// One request that must take effect once: who asks, for what, under which key, with which content.
#[derive(Clone, Debug)]
pub struct Request {
    /// The account, or a fixed word for those who have none yet.
    pub principal: String,
    /// The operation's id.
    pub operation: &'static str,
    /// The client's `Idempotency-Key`.
    pub key: String,
    /// The request's body; only its hash is kept.
    pub content: Vec<u8>,
}

/// An answer may quote what was sent: it is kept as closely as the data itself.
const ANSWER: Column = Column { table: "idempotency_keys", name: "answer" };

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = idempotency_keys)]
struct Row {
    principal: String,
    operation: String,
    key: String,
    request_hash: Vec<u8>,
    answer: Vec<u8>,
    created_at: Moment,
}

/// Runs `work` unless the key was used: then its first answer comes again, or, with other content,
/// [`Code::IdempotencyMismatch`]. Writers take turns, so a key is never seen half-used.
pub fn once<T>(tx: &mut Tx, request: &Request, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T>
where
    T: serde::Serialize + serde::de::DeserializeOwned,
{
    let hash = sha256(&request.content);
    let seen = idempotency_keys::table
        .find((&request.principal, request.operation, &request.key))
        .select(Row::as_select())
        .first(&mut **tx)
        .optional()?;
    if let Some(row) = seen {
        if row.request_hash != hash {
            return Err(Code::IdempotencyMismatch.into());
        }
        let answer = tx.keys().open(ANSWER, &row.key, &row.answer)?;
        return serde_json::from_str(&answer).map_err(Error::internal);
    }
    let answer = work(tx)?;
    let row = Row {
        principal: request.principal.clone(),
        operation: request.operation.to_owned(),
        key: request.key.clone(),
        request_hash: hash,
        answer: tx.keys().seal(ANSWER, &request.key, &serde_json::to_string(&answer).map_err(Error::internal)?)?,
        created_at: tx.now(),
    };
    diesel::insert_into(idempotency_keys::table).values(&row).execute(&mut **tx)?;
    Ok(answer)
}

/// Removes keys older than `before`.
pub fn remove_old(tx: &mut Tx, before: Moment) -> Result<usize> {
    Ok(diesel::delete(idempotency_keys::table.filter(idempotency_keys::created_at.lt(before))).execute(&mut **tx)?)
}
