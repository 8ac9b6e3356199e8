//! Families of the military map, and changes of them.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::coded;
use crate::error::{Error, Result};
use crate::store::schema::speciality_changes;
use crate::types::id::{AccountId, SpecialityChangeId};
use crate::types::time::Moment;

coded! {
    pub enum ChangeKind {
        /// 新增、修改或恢复：写明整个专业
        Edit = "edit",
        /// 停用
        SetAside = "set_aside",
    }
}

coded! {
    pub enum ChangeState {
        /// 待复核
        Waiting = "waiting",
        /// 生效
        InForce = "in_force",
        /// 已被后来的版本取代
        Replaced = "replaced",
        /// 生效后被撤销
        Undone = "undone",
        /// 复核不通过
        Refused = "refused",
        /// 编写人自己撤回
        Withdrawn = "withdrawn",
    }
}

coded! {
    /// Where the posts of a family are found.
    pub enum FamilyBranch {
        /// 各军兵种
        Any = "any",
        /// 陆军
        Army = "army",
        /// 海军
        Navy = "navy",
        /// 空军
        Air = "air",
        /// 火箭军
        Rocket = "rocket",
        /// 武警
        Police = "police",
    }
}

coded! {
    /// How near a civilian occupation lies to the service.
    pub enum Relation {
        /// 相同
        Same = "same",
        /// 相近
        Related = "related",
        /// 经培训或取证后
        WithTraining = "with_training",
    }
}

/// What a family is and leads to, whole.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FamilyContent {
    pub name: String,
    pub branch: FamilyBranch,
    /// Titles of its posts, as a soldier says them.
    pub titles: Vec<String>,
    /// Canonical names of the skills it shows.
    pub skills: Vec<String>,
    pub occupations: Vec<LeadContent>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeadContent {
    /// Code of the occupation.
    pub code: String,
    pub relation: Relation,
    /// Percent, 1–100.
    pub weight: u8,
}

/// What somebody proposes.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChangeInput {
    /// The family that is corrected, restored or set aside; absent for a new one.
    pub code: Option<String>,
    pub kind: ChangeKind,
    /// Absent exactly when the family is set aside.
    pub family: Option<FamilyInput>,
    /// Whom or what the change rests on (依据).
    #[schema(min_length = 4, max_length = 300)]
    pub source: String,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FamilyInput {
    #[schema(min_length = 2, max_length = 24)]
    pub name: String,
    pub branch: FamilyBranch,
    #[schema(min_items = 1, max_items = 40)]
    pub titles: Vec<String>,
    #[schema(max_items = 20)]
    pub skills: Vec<String>,
    #[schema(min_items = 1, max_items = 12)]
    pub occupations: Vec<LeadInput>,
}

#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct LeadInput {
    /// Code of the 2022 classification.
    pub code: String,
    pub relation: Relation,
    /// Percent, 1–100: how much of the occupation somebody brings along. Absent: what the relation weighs.
    #[schema(minimum = 1, maximum = 100)]
    pub weight: Option<u32>,
}

/// A change of one family, and what became of it. Its states follow one another in [`super::rules`].
#[derive(Clone, Debug, Queryable, Selectable, Insertable)]
#[diesel(table_name = speciality_changes)]
pub struct Change {
    pub id: SpecialityChangeId,
    pub code: String,
    pub kind: ChangeKind,
    pub state: ChangeState,
    /// [`FamilyContent`] as JSON; of a family set aside, what it was then.
    pub content: String,
    pub source: String,
    pub written_by: AccountId,
    pub written_at: Moment,
    pub decided_by: Option<AccountId>,
    pub decided_at: Option<Moment>,
    /// What the reviewer noted.
    pub note: Option<String>,
    /// Counts what has been in force of this family, from 1.
    pub number: Option<i64>,
    /// Who withdrew, replaced or undid it.
    pub ended_by: Option<AccountId>,
    pub ended_at: Option<Moment>,
}

impl Change {
    pub fn family(&self) -> Result<FamilyContent> {
        serde_json::from_str(&self.content).map_err(Error::internal)
    }
}
