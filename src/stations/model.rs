//! A station.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::coded;
use crate::store::schema::stations;
use crate::types::id::StationId;
use crate::types::region::Division;
use crate::types::time::Moment;

coded! {
    pub enum StationKind {
        /// 服务中心
        Centre = "centre",
        /// 服务站
        Station = "station",
    }
}

/// Where somebody can go and whom they can call. All of it is public.
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = stations)]
pub struct Station {
    pub id: StationId,
    pub kind: StationKind,
    pub name: String,
    /// What it serves; what lies below belongs to it unless a nearer station does.
    pub division: Division,
    pub address: String,
    pub phone: String,
    pub hours: String,
    pub created_at: Moment,
    pub updated_at: Moment,
    pub version: i64,
}

/// What an administrator tells of a station.
#[derive(Clone, Debug, Deserialize, Serialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StationInput {
    pub kind: StationKind,
    #[schema(min_length = 2, max_length = 60)]
    pub name: String,
    #[schema(value_type = String)]
    pub division: Division,
    #[schema(min_length = 2, max_length = 120)]
    pub address: String,
    /// As it is dialled: 0573-85012345, 12345.
    #[schema(min_length = 5, max_length = 20)]
    pub phone: String,
    /// 工作日 8:30–17:00.
    #[schema(min_length = 2, max_length = 60)]
    pub hours: String,
}
