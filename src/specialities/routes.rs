//! The HTTP of the military map: for those who keep it. What everybody may ask of it is in
//! [`crate::dictionary::routes`].

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::access::permissions::Action;
use crate::access::routes::{PageParams, page_params};
use crate::access::{Actor, store as access};
use crate::coded;
use crate::dictionary::Dictionary;
use crate::error::{Problem, Result};
use crate::http::{Api, Body, Created, Done, IdempotencyKey, Json, Named, Params, spreadsheet};
use crate::server::App;
use crate::store::sealed::Keys;
use crate::store::{Db, found, idempotency};
use crate::types::id::{AccountId, SpecialityChangeId};
use crate::types::identifiers::mask_name;
use crate::types::page::{Page, encode};
use crate::types::table::{Column, cells};
use crate::types::time::Moment;

use super::map::{content_of, dictionary};
use super::model::{Change, ChangeInput, ChangeKind, ChangeState, FamilyBranch, FamilyContent, Relation};
use super::{actions, store};

pub fn routes(api: &mut Api) {
    api.add(__path_list_families, Action::ReadSpecialities, list_families)
        .add(__path_export_families, Action::ReadSpecialities, export_families)
        .add(__path_list_speciality_changes, Action::ReadSpecialities, list_speciality_changes)
        .add(__path_create_speciality_change, Action::ProposeSpeciality, create_speciality_change)
        .add(__path_withdraw_speciality_change, Action::ProposeSpeciality, withdraw_speciality_change)
        .add(__path_decide_speciality_change, Action::ReviewSpeciality, decide_speciality_change)
        .add(__path_undo_speciality_change, Action::ReviewSpeciality, undo_speciality_change)
        .add(__path_read_family, Action::ReadSpecialities, read_family);
}

coded! {
    /// Whose a family is.
    pub enum FamilyOrigin {
        /// 内置
        BuiltIn = "built_in",
        /// 内置，本地改过
        Corrected = "corrected",
        /// 本地新增
        Local = "local",
        /// 已停用
        SetAside = "set_aside",
    }
}

/// A family in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FamilyRow {
    pub code: String,
    pub name: String,
    pub branch: FamilyBranch,
    pub titles: Vec<String>,
    pub origin: FamilyOrigin,
    /// Names of the occupations, in the order of the family.
    pub occupations: Vec<String>,
    /// Whether a change of it waits for review.
    pub waiting: bool,
}

/// What a family is and leads to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FamilyBody {
    pub name: String,
    pub branch: FamilyBranch,
    pub titles: Vec<String>,
    pub skills: Vec<String>,
    pub occupations: Vec<LeadBody>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LeadBody {
    pub code: String,
    pub name: String,
    pub relation: Relation,
    /// Percent: how much of the occupation somebody of the family brings along.
    pub weight: u8,
}

/// One family with everything that was ever proposed of it.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FamilyRecord {
    pub code: String,
    pub origin: FamilyOrigin,
    /// What holds now; absent while the family is set aside or has never been accepted.
    pub in_force: Option<FamilyBody>,
    /// Whom or what it rests on now.
    pub source: Option<String>,
    /// What the built-in map says, where the city says something else.
    pub built_in: Option<FamilyBody>,
    /// Newest first.
    pub changes: Vec<ChangeBody>,
}

/// A change, who wrote it and who decided.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ChangeBody {
    pub id: SpecialityChangeId,
    pub code: String,
    pub kind: ChangeKind,
    pub state: ChangeState,
    /// Whether the family is new with it.
    pub is_new: bool,
    /// The family as proposed; of one set aside, as it was then.
    pub family: FamilyBody,
    pub source: String,
    /// Masked, as all the names below.
    pub written_by: String,
    pub written_at: Moment,
    /// Whether whoever asks wrote it, and so cannot review it.
    pub own: bool,
    pub decided_by: Option<String>,
    pub decided_at: Option<Moment>,
    pub note: Option<String>,
    /// Counts what has been in force of the family.
    pub number: Option<i64>,
    pub ended_by: Option<String>,
    pub ended_at: Option<Moment>,
}

fn family_body(content: FamilyContent, dictionary: &Dictionary) -> FamilyBody {
    let name = |code: &str| dictionary.occupation(code).map_or_else(|| code.to_owned(), |named| named.name);
    let occupations = content.occupations.into_iter();
    FamilyBody {
        name: content.name,
        branch: content.branch,
        titles: content.titles,
        skills: content.skills,
        occupations: occupations
            .map(|lead| LeadBody {
                name: name(&lead.code),
                code: lead.code,
                relation: lead.relation,
                weight: lead.weight,
            })
            .collect(),
    }
}

/// Makes bodies of changes; each account is looked up once.
struct Bodies<'a> {
    db: &'a mut Db,
    keys: &'a Keys,
    asking: Option<AccountId>,
    names: BTreeMap<AccountId, String>,
}

impl Bodies<'_> {
    fn change(&mut self, change: Change, dictionary: &Dictionary) -> Result<ChangeBody> {
        Ok(ChangeBody {
            family: family_body(change.family()?, dictionary),
            id: change.id,
            is_new: change.kind == ChangeKind::Edit && !dictionary.is_speciality(&change.code),
            code: change.code,
            kind: change.kind,
            state: change.state,
            source: change.source,
            written_by: self.name(change.written_by)?,
            written_at: change.written_at,
            own: Some(change.written_by) == self.asking,
            decided_by: change.decided_by.map(|by| self.name(by)).transpose()?,
            decided_at: change.decided_at,
            note: change.note,
            number: change.number,
            ended_by: change.ended_by.map(|by| self.name(by)).transpose()?,
            ended_at: change.ended_at,
        })
    }

    fn name(&mut self, account: AccountId) -> Result<String> {
        if let Some(known) = self.names.get(&account) {
            return Ok(known.clone());
        }
        let name = mask_name(&access::name_of(self.db, self.keys, account)?);
        self.names.insert(account, name.clone());
        Ok(name)
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FamilyParams {
    /// Part of a name or of a post's title, or words like it.
    #[param(max_length = 60)]
    pub q: Option<String>,
    pub origin: Option<FamilyOrigin>,
    pub cursor: Option<String>,
    #[param(minimum = 1, maximum = 100)]
    pub limit: Option<i64>,
}

/// Lists the families of the military map, in force and set aside.
#[utoipa::path(get, path = "/api/specialities", params(FamilyParams),
    responses((status = 200, body = Page<FamilyRow>), (status = 400, body = Problem)))]
async fn list_families(app: App, params: Params<FamilyParams>) -> Result<Json<Page<FamilyRow>>> {
    let FamilyParams { q, origin, cursor, limit } = params.0;
    let (offset, limit) = page_params::<usize>(&PageParams { cursor, limit })?;
    let q: String = q.unwrap_or_default().trim().chars().take(60).collect();
    let mut rows = app.store.read(move |db| families(db, &q)).await?;
    rows.retain(|row| origin.is_none_or(|origin| row.origin == origin));
    let total = rows.len() as i64;
    let items: Vec<FamilyRow> = rows.into_iter().skip(offset.unwrap_or(0)).take(limit.rows() as usize).collect();
    let end = offset.unwrap_or(0) + items.len();
    Ok(Json(Page { items, next: ((end as i64) < total).then(|| encode(&end.to_string())), total }))
}

/// What the city changed first, then the rest in the order of the map; of a search, the likeliest first.
fn families(db: &mut Db, q: &str) -> Result<Vec<FamilyRow>> {
    let dictionary = dictionary(db)?;
    let waiting: BTreeSet<String> = store::waiting_codes(db)?.into_iter().collect();
    let changed = store::in_force(db)?;
    let row = |code: &str, content: FamilyContent, origin| {
        let body = family_body(content, &dictionary);
        FamilyRow {
            code: code.to_owned(),
            name: body.name,
            branch: body.branch,
            titles: body.titles,
            origin,
            occupations: body.occupations.into_iter().map(|lead| lead.name).collect(),
            waiting: waiting.contains(code),
        }
    };
    let mut rows = Vec::new();
    for change in &changed {
        rows.push(row(&change.code, change.family()?, origin_of(change)));
    }
    let is_changed = |code: &str| changed.iter().any(|change| change.code == code);
    for family in dictionary.specialities().all().iter().filter(|family| !is_changed(&family.code)) {
        rows.push(row(&family.code, content_of(family)?, FamilyOrigin::BuiltIn));
    }
    if q.is_empty() {
        return Ok(rows);
    }
    let like: Vec<&str> =
        dictionary.specialities().like(dictionary.lexicon(), q, 20).into_iter().map(|one| one.code.as_str()).collect();
    let holds = |row: &FamilyRow| row.name.contains(q) || row.titles.iter().any(|title| title.contains(q));
    let place = |row: &FamilyRow| match like.iter().position(|code| *code == row.code) {
        _ if holds(row) => Some(0),
        Some(at) => Some(at + 1),
        None => None,
    };
    let mut found: Vec<(usize, FamilyRow)> =
        rows.into_iter().filter_map(|row| place(&row).map(|place| (place, row))).collect();
    found.sort_by_key(|(place, _)| *place);
    Ok(found.into_iter().map(|(_, row)| row).collect())
}

/// Of a change in force.
fn origin_of(change: &Change) -> FamilyOrigin {
    match change.kind {
        ChangeKind::SetAside => FamilyOrigin::SetAside,
        ChangeKind::Edit if Dictionary::get().is_speciality(&change.code) => FamilyOrigin::Corrected,
        ChangeKind::Edit => FamilyOrigin::Local,
    }
}

/// Reads a family with what it rests on and everything that was ever proposed of it.
#[utoipa::path(get, path = "/api/specialities/{code}", params(("code" = String, Path)),
    responses((status = 200, body = FamilyRecord), (status = 404, body = Problem)))]
async fn read_family(app: App, actor: Actor, code: Named<String>) -> Result<Json<FamilyRecord>> {
    let keys = app.store.keys.clone();
    Ok(Json(app.store.read(move |db| record(db, &keys, actor.account, code.0)).await?))
}

fn record(db: &mut Db, keys: &Keys, asking: Option<AccountId>, code: String) -> Result<FamilyRecord> {
    let dictionary = dictionary(db)?;
    let history = store::history(db, &code)?;
    let body = |of: &Dictionary| -> Result<Option<FamilyBody>> {
        let family = of.specialities().get(&code).map(|family| content_of(family)).transpose()?;
        Ok(family.map(|content| family_body(content, of)))
    };
    let (in_force, built_in) = (body(&dictionary)?, body(&Dictionary::get())?);
    let standing = history.iter().find(|change| change.state == ChangeState::InForce);
    let origin = match (standing, &built_in) {
        (Some(change), _) => origin_of(change),
        (None, Some(_)) => FamilyOrigin::BuiltIn,
        (None, None) => FamilyOrigin::Local,
    };
    found((in_force.is_some() || !history.is_empty()).then_some(()))?;
    let source = dictionary.specialities().get(&code).map(|family| family.source.clone());
    let built_in = built_in.filter(|_| standing.is_some());
    let mut bodies = Bodies { db, keys, asking, names: BTreeMap::new() };
    let changes = history.into_iter().map(|change| bodies.change(change, &dictionary)).collect::<Result<_>>()?;
    Ok(FamilyRecord { code, origin, in_force, source, built_in, changes })
}

/// Lists the changes that wait for review, the oldest first.
#[utoipa::path(get, path = "/api/specialities/changes", params(PageParams),
    responses((status = 200, body = Page<ChangeBody>), (status = 400, body = Problem)))]
async fn list_speciality_changes(app: App, actor: Actor, params: Params<PageParams>) -> Result<Json<Page<ChangeBody>>> {
    let (offset, limit) = page_params::<i64>(&params.0)?;
    let (offset, keys) = (offset.unwrap_or(0).max(0), app.store.keys.clone());
    let page = app
        .store
        .read(move |db| {
            let dictionary = dictionary(db)?;
            let total = store::count_in_state(db, ChangeState::Waiting)?;
            let rows = store::in_state(db, ChangeState::Waiting, offset, limit.rows())?;
            let mut bodies = Bodies { db, keys: &keys, asking: actor.account, names: BTreeMap::new() };
            let items: Vec<ChangeBody> =
                rows.into_iter().map(|change| bodies.change(change, &dictionary)).collect::<Result<_>>()?;
            let end = offset + items.len() as i64;
            Ok(Page { items, next: (end < total).then(|| encode(&end.to_string())), total })
        })
        .await?;
    Ok(Json(page))
}

/// What came of a step; the rest is in the family's record.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
pub struct ChangeStep {
    pub id: SpecialityChangeId,
    pub code: String,
    pub state: ChangeState,
}

fn step(change: &Change) -> ChangeStep {
    ChangeStep { id: change.id, code: change.code.clone(), state: change.state }
}

/// Proposes a family, a correction of one, or that one is set aside; it counts once somebody else accepts it.
#[utoipa::path(post, path = "/api/specialities/changes", request_body = ChangeInput, params(("Idempotency-Key" = String, Header)),
    responses((status = 201, body = ChangeStep), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn create_speciality_change(
    app: App,
    actor: Actor,
    key: IdempotencyKey,
    body: Body<ChangeInput>,
) -> Result<Created<ChangeStep>> {
    let once = key.request(&actor, "create_speciality_change", &body);
    let input = body.value;
    let change = app
        .store
        .write(actor.author(), move |tx| {
            idempotency::once(tx, &once, |tx| Ok(step(&actions::propose(tx, &actor, &input)?)))
        })
        .await?;
    Ok(Created(change))
}

/// Takes back one's own change that waits.
#[utoipa::path(delete, path = "/api/specialities/changes/{id}", params(("id" = String, Path)),
    responses((status = 204), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn withdraw_speciality_change(app: App, actor: Actor, id: Named<SpecialityChangeId>) -> Result<Done> {
    app.store.write(actor.author(), move |tx| actions::withdraw(tx, &actor, id.0)).await?;
    Ok(Done)
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReviewInput {
    pub accept: bool,
    /// Why not; of an acceptance, what was looked at.
    #[schema(max_length = 200)]
    pub note: Option<String>,
}

/// Accepts or refuses a change of somebody else's.
#[utoipa::path(put, path = "/api/specialities/changes/{id}/decision", params(("id" = String, Path)), request_body = ReviewInput,
    responses((status = 200, body = ChangeStep), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn decide_speciality_change(
    app: App,
    actor: Actor,
    id: Named<SpecialityChangeId>,
    body: Body<ReviewInput>,
) -> Result<Json<ChangeStep>> {
    let ReviewInput { accept, note } = body.value;
    let note = note.unwrap_or_default();
    let change = app.store.write(actor.author(), move |tx| actions::decide(tx, &actor, id.0, accept, &note)).await?;
    Ok(Json(step(&change)))
}

/// Undoes the version in force; the one before holds again.
#[utoipa::path(post, path = "/api/specialities/changes/{id}/undo", params(("id" = String, Path)),
    responses((status = 200, body = ChangeStep), (status = 404, body = Problem), (status = 409, body = Problem), (status = 422, body = Problem)))]
async fn undo_speciality_change(app: App, actor: Actor, id: Named<SpecialityChangeId>) -> Result<Json<ChangeStep>> {
    let change = app.store.write(actor.author(), move |tx| actions::undo(tx, &actor, id.0)).await?;
    Ok(Json(step(&change)))
}

const COLUMNS: &[Column] = &[
    Column::new("编码", 24),
    Column::new("状态", 12),
    Column::new("专业名称", 20),
    Column::new("军兵种", 10),
    Column::new("岗位名称", 48),
    Column::new("技能", 48),
    Column::new("对应职业", 64),
    Column::new("依据", 48),
    Column::new("生效日期", 14),
];

/// Gives what the city changed and is in force as XLSX, for another city to take.
#[utoipa::path(get, path = "/api/specialities/export",
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")))]
async fn export_families(app: App) -> Result<HttpResponse> {
    let changes = app.store.read(store::in_force).await?;
    let dictionary = Dictionary::get();
    let rows = changes.iter().map(|change| row(change, &dictionary)).collect::<Result<Vec<_>>>()?;
    spreadsheet("军事专业对照（本地）", app.store.clock.now().day(), COLUMNS, &rows)
}

fn row(change: &Change, dictionary: &Dictionary) -> Result<Vec<String>> {
    let origin = match origin_of(change) {
        FamilyOrigin::SetAside => "停用",
        FamilyOrigin::Corrected => "修改",
        FamilyOrigin::BuiltIn | FamilyOrigin::Local => "新增",
    };
    let body = family_body(change.family()?, dictionary);
    let leads = body.occupations.iter();
    let leads: Vec<String> = leads
        .map(|lead| format!("{} {}（{}，{}）", lead.code, lead.name, relation_text(lead.relation), lead.weight))
        .collect();
    let day = change.decided_at.map(|at| at.day().to_string()).unwrap_or_default();
    Ok(vec![
        change.code.clone(),
        origin.to_owned(),
        body.name,
        branch_text(body.branch).to_owned(),
        cells::list_text(&body.titles),
        cells::list_text(&body.skills),
        cells::list_text(&leads),
        change.source.clone(),
        day,
    ])
}

fn relation_text(relation: Relation) -> &'static str {
    match relation {
        Relation::Same => "相同",
        Relation::Related => "相近",
        Relation::WithTraining => "培训后",
    }
}

fn branch_text(branch: FamilyBranch) -> &'static str {
    match branch {
        FamilyBranch::Any => "各军兵种",
        FamilyBranch::Army => "陆军",
        FamilyBranch::Navy => "海军",
        FamilyBranch::Air => "空军",
        FamilyBranch::Rocket => "火箭军",
        FamilyBranch::Police => "武警",
    }
}
