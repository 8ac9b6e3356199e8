//! The HTTP of ranked matches, both ways.

use std::collections::{BTreeMap, HashMap};

use actix_web::HttpResponse;
use search_index::{Match, Question};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::counterfactuals::PositionCounterfactual;
use super::{PositionCard, card};
use crate::access::permissions::Action;
use crate::access::routes::{PageParams, page_params};
use crate::access::{Actor, Scope};
use crate::dictionary::Named as NamedCode;
use crate::employers::model::{Organisation, Position};
use crate::employers::store as employers;
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, Json, Named, Params, spreadsheet};
use crate::matching::learning::events::note_seen;
use crate::matching::learning::model::MatchEventKind;
use crate::matching::matches::{self, Ranked, RankedPosition};
use crate::matching::{counterfactuals, words};
use crate::people::imports::kind_text;
use crate::people::model::{Person, PersonKind, Profile, Purpose};
use crate::people::routes::division_body;
use crate::people::store as people;
use crate::server::App;
use crate::store::sealed::{Keys, Purpose as KeyPurpose, to_hex};
use crate::types::id::{OrganisationId, PersonId, PositionId};
use crate::types::identifiers::mask_name;
use crate::types::page::encode;
use crate::types::table::{Column, ROWS_MAX};

pub fn routes(api: &mut Api) {
    api.add(__path_list_own_matches, Action::ReadOwnMatches, list_own_matches)
        .add(__path_read_own_match, Action::ReadOwnMatches, read_own_match)
        .add(__path_list_own_fits, Action::ReadOwnMatches, list_own_fits)
        .add(__path_list_candidates, Action::ReadCandidates, list_candidates)
        .add(__path_export_candidates, Action::ReadCandidates, export_candidates)
        .add(__path_list_person_matches, Action::ReadPersonMatches, list_person_matches);
}

/// A position with how it fits.
#[derive(Debug, Serialize, ToSchema)]
pub struct MatchedPosition {
    pub position: PositionCard,
    #[serde(rename = "match")]
    pub found: Match,
}

/// A position with how it fits and what would change that.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnMatch {
    pub position: PositionCard,
    #[serde(rename = "match")]
    pub found: Match,
    /// Absent: nothing alone would make it fit, or fit clearly better.
    pub counterfactual: Option<PositionCounterfactual>,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct MatchesBody {
    pub items: Vec<MatchedPosition>,
    /// What the profile does not say yet, and what it would help to say first.
    pub ask: Vec<Question>,
    pub next: Option<String>,
}

fn matches_body(ranked: &Ranked<RankedPosition>, offset: usize, rows: usize) -> MatchesBody {
    let items: Vec<MatchedPosition> = ranked
        .best
        .iter()
        .skip(offset)
        .take(rows)
        .map(|one| MatchedPosition {
            position: PositionCard { duplicates: one.duplicates, ..card(&one.position, &one.enterprise) },
            found: one.found.clone(),
        })
        .collect();
    let end = offset + items.len();
    let next = (end < ranked.total()).then(|| encode(&end.to_string()));
    MatchesBody { ask: asked(&ranked.best), next, items }
}

/// The three questions whose answers would let most be judged about the best matches; the points of each
/// are the average over those.
fn asked(ranked: &[RankedPosition]) -> Vec<Question> {
    let best = &ranked[..ranked.len().min(50)];
    let mut totals: BTreeMap<(&str, Option<&str>), (u32, &Question)> = BTreeMap::new();
    for question in best.iter().flat_map(|one| &one.found.ask) {
        let key = (question.field.as_str(), question.about.as_deref());
        totals.entry(key).or_insert((0, question)).0 += u32::from(question.coverage);
    }
    let average = |total: u32| u8::try_from(total.div_ceil(best.len() as u32)).unwrap_or(u8::MAX);
    let mut all: Vec<(u32, Question)> = totals
        .into_values()
        .map(|(total, question)| (total, Question { coverage: average(total), ..question.clone() }))
        .collect();
    all.sort_by_key(|(total, _)| std::cmp::Reverse(*total));
    all.into_iter().take(3).map(|(_, question)| question).collect()
}

/// The seeker's own profile, with their consent to matching.
pub async fn own_person(app: &App, actor: &Actor) -> Result<(Person, Profile)> {
    let account = actor.account()?;
    app.store
        .read(move |db| {
            let person = people::person_of_account(db, account)?;
            if !people::agrees(db, person.id, Purpose::Matching)? {
                return Err(Code::ConsentMissing.into());
            }
            let profile = matches::profile_of(db, &person)?;
            Ok((person, profile))
        })
        .await
}

/// Positions for the seeker, best first, each with its reasons.
#[utoipa::path(get, path = "/api/me/matches", params(PageParams),
    responses((status = 200, body = MatchesBody), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn list_own_matches(app: App, actor: Actor, params: Params<PageParams>) -> Result<Json<MatchesBody>> {
    let (offset, limit) = page_params::<usize>(&params.0)?;
    let (person, profile) = own_person(&app, &actor).await?;
    ranked_for(app, person, profile, offset.unwrap_or(0), limit.rows() as usize, true).await
}

/// `is_own`: the person looks, and what they see is noted.
async fn ranked_for(
    app: App,
    person: Person,
    profile: Profile,
    offset: usize,
    rows: usize,
    is_own: bool,
) -> Result<Json<MatchesBody>> {
    let body = actix_web::web::block(move || {
        let ranked = matches::positions_for(&app.store, &app.index, &person, &profile, offset.saturating_add(rows))?;
        if is_own {
            let best = &ranked.best;
            let shown = &best[offset.min(best.len())..offset.saturating_add(rows).min(best.len())];
            let seen = matches::seen(&app.store, &person, &profile, shown, Some(offset + 1))?;
            note_seen(&app.store, person.id, MatchEventKind::Shown, &seen);
        }
        Ok::<_, Error>(matches_body(&ranked, offset, rows))
    })
    .await
    .map_err(Error::internal)??;
    Ok(Json(body))
}

/// How the seeker and one position fit.
#[utoipa::path(get, path = "/api/me/matches/{position_id}", params(("position_id" = String, Path)),
    responses((status = 200, body = OwnMatch), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn read_own_match(app: App, actor: Actor, id: Named<PositionId>) -> Result<Json<OwnMatch>> {
    let (person, profile) = own_person(&app, &actor).await?;
    let body = actix_web::web::block(move || {
        let now = app.store.clock.now();
        let rows = app.store.read_now(|db| matches::public_positions(db, &[id.0], now))?;
        let (position, enterprise) = rows.into_iter().next().ok_or(Code::NotFound)?;
        let found = matches::one(&app.store, &person, &profile, &position, &enterprise)?;
        let opened = RankedPosition { position, enterprise, found, duplicates: 0 };
        let seen = matches::seen(&app.store, &person, &profile, std::slice::from_ref(&opened), None)?;
        note_seen(&app.store, person.id, MatchEventKind::Opened, &seen);
        let RankedPosition { position, enterprise, found, .. } = opened;
        let row = (position, enterprise);
        let changed = counterfactuals::for_position(&app.store, &person, &profile, &row, &found)?;
        let counterfactual = changed.and_then(PositionCounterfactual::of);
        Ok::<_, Error>(OwnMatch { position: card(&row.0, &row.1), found, counterfactual })
    })
    .await
    .map_err(Error::internal)??;
    Ok(Json(body))
}

#[derive(Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct FitParams {
    /// Ids of positions with commas between them, at most 100.
    pub positions: String,
}

/// How one of the positions asked about fits.
#[derive(Debug, Serialize, ToSchema)]
pub struct OwnFit {
    pub position_id: PositionId,
    #[serde(rename = "match")]
    pub found: Match,
}

/// How the seeker and each position of a list fit, in no particular order; those no longer open are left out.
#[utoipa::path(get, path = "/api/me/fits", params(FitParams),
    responses((status = 200, body = Vec<OwnFit>), (status = 400, body = Problem), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn list_own_fits(app: App, actor: Actor, params: Params<FitParams>) -> Result<Json<Vec<OwnFit>>> {
    let wrong = || Error::new(Code::InvalidQuery).detail("positions：用逗号隔开的岗位编号，最多 100 个");
    let ids: Result<Vec<PositionId>, _> = params.0.positions.split(',').map(str::parse).collect();
    let ids = ids.ok().filter(|ids| ids.len() <= 100).ok_or_else(wrong)?;
    let (person, profile) = own_person(&app, &actor).await?;
    let body = actix_web::web::block(move || {
        let now = app.store.clock.now();
        let rows = app.store.read_now(|db| matches::public_positions(db, &ids, now))?;
        let fits = rows.iter().map(|(position, enterprise)| {
            let found = matches::one(&app.store, &person, &profile, position, enterprise)?;
            Ok(OwnFit { position_id: position.id, found })
        });
        fits.collect::<Result<_>>()
    });
    Ok(Json(body.await.map_err(Error::internal)??))
}

/// A candidate as an employer sees one: no id that means anything elsewhere, no name.
#[derive(Debug, Serialize, ToSchema)]
pub struct Candidate {
    /// The same for this employer next time; another employer gets another.
    pub handle: String,
    pub name: String,
    pub kind: PersonKind,
    pub division: NamedCode,
    #[serde(rename = "match")]
    pub found: Match,
}

#[derive(Debug, Serialize, ToSchema)]
pub struct CandidatesBody {
    pub items: Vec<Candidate>,
    /// How many fit at all, of those the index proposed.
    pub total_fitting: usize,
    pub next: Option<String>,
}

/// People for a position, best first, masked.
#[utoipa::path(get, path = "/api/positions/{id}/matches", params(("id" = String, Path), PageParams),
    responses((status = 200, body = CandidatesBody), (status = 404, body = Problem)))]
async fn list_candidates(
    app: App,
    actor: Actor,
    id: Named<PositionId>,
    params: Params<PageParams>,
) -> Result<Json<CandidatesBody>> {
    let scope = actor.may(Action::ReadCandidates)?;
    let (offset, limit) = page_params::<usize>(&params.0)?;
    let (offset, rows) = (offset.unwrap_or(0), limit.rows() as usize);
    let body = actix_web::web::block(move || candidates(&app, &scope, id.0, offset, rows));
    Ok(Json(body.await.map_err(Error::internal)??))
}

/// A position whose candidates may be seen: only what the public can see, too, for a draft would be a way to ask
/// about people at will.
pub fn position_with_candidates(app: &App, scope: &Scope, id: PositionId) -> Result<(Position, Organisation)> {
    let (position, enterprise) = app.store.read_now(|db| employers::position(db, scope, id))?;
    if !enterprise.is_verified() {
        return Err(Code::NotVerified.into());
    }
    if !position.is_public(app.store.clock.now().day()) {
        return Err(Error::new(Code::WrongState).detail("岗位发布以后才能看候选人"));
    }
    Ok((position, enterprise))
}

fn candidates(app: &App, scope: &Scope, id: PositionId, offset: usize, rows: usize) -> Result<CandidatesBody> {
    let (position, enterprise) = position_with_candidates(app, scope, id)?;
    let ranked = matches::people_for(&app.store, &app.index, &position, &enterprise, offset.saturating_add(rows))?;
    let page: Vec<_> = ranked.best.iter().skip(offset).take(rows).collect();
    let ids: Vec<PersonId> = page.iter().map(|one| one.person).collect();
    let people = app.store.read_now(|db| matches::findable_people(db, &ids))?;
    let people: HashMap<PersonId, Person> = people.into_iter().map(|person| (person.id, person)).collect();
    let mut items = Vec::with_capacity(page.len());
    for one in &page {
        if let Some(person) = people.get(&one.person) {
            items.push(candidate(&app.store.keys, enterprise.id, person, one.found.clone())?);
        }
    }
    let end = offset + page.len();
    let next = (end < ranked.total()).then(|| encode(&end.to_string()));
    Ok(CandidatesBody { items, total_fitting: ranked.total(), next })
}

const CANDIDATES: &[Column] = &[
    Column::new("名次", 8),
    Column::new("姓名", 12),
    Column::new("人员类别", 12),
    Column::new("居住地", 28),
    Column::new("匹配分", 10),
    Column::new("已判断（%）", 14),
    Column::new("理由", 72),
    Column::new("候选人代号", 36),
];

/// Gives the candidates of a position as XLSX, masked as the list has them, each with its reasons.
#[utoipa::path(get, path = "/api/positions/{id}/matches/export", params(("id" = String, Path)),
    responses((status = 200, body = Vec<u8>, content_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"), (status = 404, body = Problem)))]
async fn export_candidates(app: App, actor: Actor, id: Named<PositionId>) -> Result<HttpResponse> {
    let scope = actor.may(Action::ReadCandidates)?;
    let today = app.store.clock.now().day();
    let body = actix_web::web::block(move || candidates(&app, &scope, id.0, 0, ROWS_MAX + 1));
    let found = body.await.map_err(Error::internal)??.items;
    let rows: Vec<_> = found.iter().enumerate().map(|(at, one)| candidate_row(at + 1, one)).collect();
    spreadsheet("候选人", today, CANDIDATES, &rows)
}

fn candidate_row(place: usize, candidate: &Candidate) -> Vec<String> {
    vec![
        place.to_string(),
        candidate.name.clone(),
        kind_text(candidate.kind).to_owned(),
        candidate.division.name.clone(),
        candidate.found.fit.map_or("资料太少".to_owned(), |fit| fit.to_string()),
        candidate.found.coverage.to_string(),
        words::reasons(&candidate.found).join("\n"),
        candidate.handle.clone(),
    ]
}

pub fn candidate(keys: &Keys, enterprise: OrganisationId, person: &Person, found: Match) -> Result<Candidate> {
    let secret = [enterprise.to_string(), person.id.to_string()].join("|");
    let division = person.division.at_level(crate::types::region::Level::Township).unwrap_or(person.division);
    Ok(Candidate {
        handle: to_hex(&keys.mac(KeyPurpose::Handle, secret.as_bytes())[..16]),
        name: mask_name(&people::open(keys, person)?.name),
        kind: person.kind,
        division: division_body(division),
        found,
    })
}

/// Positions for a person of the officer's district, best first.
#[utoipa::path(get, path = "/api/people/{id}/matches", params(("id" = String, Path), PageParams),
    responses((status = 200, body = MatchesBody), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn list_person_matches(
    app: App,
    actor: Actor,
    id: Named<PersonId>,
    params: Params<PageParams>,
) -> Result<Json<MatchesBody>> {
    let (offset, limit) = page_params::<usize>(&params.0)?;
    let (person, profile) = person_looked_after(&app, &actor, id.0).await?;
    ranked_for(app, person, profile, offset.unwrap_or(0), limit.rows() as usize, false).await
}

/// The profile of a person of the officer's district, with that person's consent to matching.
pub async fn person_looked_after(app: &App, actor: &Actor, id: PersonId) -> Result<(Person, Profile)> {
    let scope = actor.may(Action::ReadPersonMatches)?;
    app.store
        .read(move |db| {
            let person = people::person(db, &scope, id)?;
            if !people::agrees(db, person.id, Purpose::Matching)? {
                return Err(Code::ConsentMissing.into());
            }
            let profile = matches::profile_of(db, &person)?;
            Ok((person, profile))
        })
        .await
}
