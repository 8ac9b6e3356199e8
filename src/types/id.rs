//! Identifiers: UUIDs that carry what they identify, so that a person's id cannot be passed where a
//! position's is wanted.

use std::marker::PhantomData;

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Text;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::{RefOr, Schema};
use uuid::Uuid;

/// What ids may identify. The markers stand here because several capabilities name each other's ids
/// without knowing each other's tables.
pub mod of {
    pub enum Account {}
    pub enum Grant {}
    pub enum Session {}
    pub enum ApiToken {}
    pub enum OneTimeCode {}
    pub enum Person {}
    pub enum Consent {}
    pub enum Organisation {}
    pub enum Membership {}
    pub enum Position {}
    pub enum DuplicateGroup {}
    pub enum Import {}
    pub enum Job {}
    pub enum SavedSearch {}
    pub enum SavedView {}
    pub enum Station {}
    pub enum SpecialityChange {}
    pub enum Instance {}
}

pub type AccountId = Id<of::Account>;
pub type GrantId = Id<of::Grant>;
pub type SessionId = Id<of::Session>;
pub type ApiTokenId = Id<of::ApiToken>;
pub type OneTimeCodeId = Id<of::OneTimeCode>;
pub type PersonId = Id<of::Person>;
pub type ConsentId = Id<of::Consent>;
pub type OrganisationId = Id<of::Organisation>;
pub type MembershipId = Id<of::Membership>;
pub type PositionId = Id<of::Position>;
pub type DuplicateGroupId = Id<of::DuplicateGroup>;
pub type ImportId = Id<of::Import>;
pub type JobId = Id<of::Job>;
pub type StationId = Id<of::Station>;
pub type SpecialityChangeId = Id<of::SpecialityChange>;
pub type SavedSearchId = Id<of::SavedSearch>;
pub type SavedViewId = Id<of::SavedView>;

/// The identifier of a `T`. Stored as text, 36 characters.
#[derive(AsExpression, FromSqlRow)]
#[diesel(sql_type = Text)]
pub struct Id<T: 'static> {
    // Kept as text because diesel borrows what it binds; 36 bytes are cheaper than a second copy.
    text: [u8; 36],
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    pub fn from_uuid(uuid: Uuid) -> Self {
        let mut text = [0; 36];
        uuid.hyphenated().encode_lower(&mut text);
        Id { text, of: PhantomData }
    }

    /// The id that stands for the one and only thing of its kind.
    pub fn only() -> Self {
        Self::from_uuid(Uuid::nil())
    }

    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.text).expect("a UUID's text is ASCII")
    }
}

impl<T> std::str::FromStr for Id<T> {
    type Err = uuid::Error;
    fn from_str(value: &str) -> Result<Self, Self::Err> {
        // One way to write an id: no braces, no urn:, no missing hyphens.
        let uuid = value.parse::<uuid::fmt::Hyphenated>()?;
        Ok(Self::from_uuid(uuid.into_uuid()))
    }
}

impl<T> std::fmt::Display for Id<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

impl<T> std::fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.as_str())
    }
}

// Derives would ask `T` for the same trait; the marker is never a value.
impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Id<T> {}
impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}
impl<T> Eq for Id<T> {}
impl<T> std::hash::Hash for Id<T> {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}
impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Serialize for Id<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de, T> Deserialize<'de> for Id<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

impl<T> utoipa::PartialSchema for Id<T> {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new().schema_type(Type::String).format(Some(SchemaFormat::Custom("uuid".to_owned()))).into()
    }
}

impl<T> utoipa::ToSchema for Id<T> {
    fn name() -> std::borrow::Cow<'static, str> {
        "Id".into()
    }
}

impl<T, DB> ToSql<Text, DB> for Id<T>
where
    DB: Backend,
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        <str as ToSql<Text, DB>>::to_sql(self.as_str(), out)
    }
}

impl<T, DB> FromSql<Text, DB> for Id<T>
where
    DB: Backend,
    String: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        Ok(<String as FromSql<Text, DB>>::from_sql(bytes)?.parse()?)
    }
}
