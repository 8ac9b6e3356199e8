//! The verbs of imports: trying a file, writing its good rows, taking them back within a day.
//!
//! The import of people stands here too, because what an import brought is one table with one writer.

use std::collections::{BTreeMap, HashMap, HashSet};

use serde::Serialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::access::permissions::Action;
use crate::access::{Actor, Scope};
use crate::error::{Code, Error, FieldError, Result};
use crate::people::actions::{self as people, NewPerson};
use crate::people::model::Person;
use crate::people::{rules as people_rules, store as people_store};
use crate::store::journal::Event;
use crate::store::sealed::Keys;
use crate::store::{Db, Tx};
use crate::types::id::{ImportId, OrganisationId};
use crate::types::table::cells::CellError;
use crate::types::table::columns::{self, Field, Mapping, MappingError};
use crate::types::table::report::{Draft, Mode, Plan, Report};
use crate::types::table::{self, Table};

use super::super::imports::PositionRow;
use super::super::model::{Import, ImportKind, ImportState, Organisation, Position};
use super::super::{rules, store};

/// Problems named in a refusal; the whole report stands beside them.
const REFUSAL_NAMES: usize = 100;
/// Longest name of a file that is kept.
const FILE_NAME_CHARS: usize = 120;

/// How a file is to be written.
#[derive(Clone, Debug)]
pub struct Asked {
    pub file_name: String,
    pub mode: Mode,
}

/// Reads a file into a plan.
pub fn plan<T>(
    file_name: &str,
    bytes: &[u8],
    fields: &'static [Field],
    given: &BTreeMap<String, String>,
    read: impl FnOnce(&Table, &Mapping) -> Vec<Draft<T>>,
) -> Result<Plan<T>> {
    let table = table::read(file_name, bytes).map_err(|error| {
        let code = if error.is_size() { Code::BodyTooLarge } else { Code::FileUnreadable };
        Error::new(code).detail(error.sentence())
    })?;
    let mapping = columns::map(fields, &table.header, given).map_err(|errors| {
        let fields = errors.into_iter().map(MappingError::parts);
        let fields = fields.map(|(field, code, detail)| FieldError::new(format!("/mapping/{field}"), code, detail));
        Error::invalid(fields.collect()).detail("请为缺少的字段指定一列，再试一次").current(&table.header)
    })?;
    let drafts = read(&table, &mapping);
    Ok(Plan { mapping, drafts })
}

/// What an import of these positions would do. Changes nothing.
pub fn try_positions(db: &mut Db, actor: &Actor, plan: &Plan<PositionRow>) -> Result<Report> {
    let scope = actor.may(Action::ImportPositions)?;
    let mut plan = plan.clone();
    find_enterprises(db, &scope, &mut plan)?;
    Ok(Report::new(&plan))
}

/// Writes the good rows of a file. A position of a verified enterprise opens at once, unless it has an
/// unlawful condition.
pub fn import_positions(tx: &mut Tx, actor: &Actor, plan: &Plan<PositionRow>, asked: &Asked) -> Result<Report> {
    let scope = actor.may(Action::ImportPositions)?;
    let mut plan = plan.clone();
    let enterprises = find_enterprises(tx, &scope, &mut plan)?;
    let mut report = Report::new(&plan);
    check_mode(&report, asked.mode)?;
    let import = begin(tx, actor, ImportKind::Positions, &report, asked)?;
    for (draft, enterprise) in plan.drafts.iter().zip(&enterprises) {
        if let (Some(row), Some(enterprise)) = (draft.good(), enterprise) {
            super::enter_position(tx, actor, enterprise, &row.input, Some(import), None)?;
            report.written += 1;
        }
    }
    tx.record_with(Event::ImportCommitted, import, json!({ "kind": ImportKind::Positions, "written": report.written }));
    Ok(Report { import_id: Some(import), dry_run: false, ..report })
}

/// What an import of these people would do. Changes nothing.
pub fn try_people(db: &mut Db, keys: &Keys, actor: &Actor, plan: &Plan<NewPerson>) -> Result<Report> {
    let scope = actor.may(Action::ImportPeople)?;
    let mut plan = plan.clone();
    check_people(db, keys, &scope, &mut plan)?;
    Ok(Report::new(&plan))
}

/// Writes the good rows of a people file.
pub fn import_people(tx: &mut Tx, actor: &Actor, plan: &Plan<NewPerson>, asked: &Asked) -> Result<Report> {
    let scope = actor.may(Action::ImportPeople)?;
    let mut plan = plan.clone();
    let keys = tx.keys().clone();
    check_people(tx, &keys, &scope, &mut plan)?;
    let mut report = Report::new(&plan);
    check_mode(&report, asked.mode)?;
    let import = begin(tx, actor, ImportKind::People, &report, asked)?;
    for person in plan.drafts.iter().filter_map(|draft| draft.good()) {
        people::enter(tx, actor, &NewPerson { import_id: Some(import), ..person.clone() })?;
        report.written += 1;
    }
    tx.record_with(Event::ImportCommitted, import, json!({ "kind": ImportKind::People, "written": report.written }));
    Ok(Report { import_id: Some(import), dry_run: false, ..report })
}

fn check_mode(report: &Report, mode: Mode) -> Result<()> {
    if report.may_commit(mode) {
        return Ok(());
    }
    let named = report.problems.iter().take(REFUSAL_NAMES).map(|note| {
        FieldError::new(
            format!("/{}/{}", note.row, note.column.replace('~', "~0").replace('/', "~1")),
            note.code.clone(),
            note.detail.clone(),
        )
    });
    let detail = format!("{} 行里有 {} 行需要修改，没有写入任何一行", report.rows, report.refused);
    Err(Error::invalid(named.collect()).detail(detail).current(report))
}

fn begin(tx: &mut Tx, actor: &Actor, kind: ImportKind, report: &Report, asked: &Asked) -> Result<ImportId> {
    let import = Import {
        id: tx.new_id(),
        kind,
        state: ImportState::Committed,
        file_name: asked.file_name.chars().take(FILE_NAME_CHARS).collect(),
        account_id: actor.account,
        accepted: report.accepted as i32,
        refused: report.refused as i32,
        created_at: tx.now(),
        undone_at: None,
    };
    store::insert_import(tx, &import)?;
    Ok(import.id)
}

/// Finds the enterprise of each row within `scope`; rows without one get a problem.
fn find_enterprises(db: &mut Db, scope: &Scope, plan: &mut Plan<PositionRow>) -> Result<Vec<Option<Organisation>>> {
    let rows = || plan.drafts.iter().filter_map(|draft| draft.value.as_ref());
    let names: HashSet<String> = rows().filter_map(|row| row.enterprise.as_deref()).flat_map(spellings).collect();
    let codes: HashSet<String> =
        rows().filter_map(|row| row.credit_code.as_ref()).map(|code| code.as_str().to_owned()).collect();
    let names: Vec<String> = names.into_iter().collect();
    let codes: Vec<String> = codes.into_iter().collect();
    let known = store::enterprises_called(db, scope, &names, &codes)?;
    let mut book = Book::default();
    for organisation in &known {
        book.by_name.entry(plain(&organisation.name)).or_default().push(organisation);
        book.by_code.extend(organisation.credit_code.as_deref().map(|code| (code, organisation)));
    }
    let own = match (scope.all, &scope.districts[..], &scope.organisations[..]) {
        (false, [], [only]) => Some(store::organisation(db, scope, *only)?),
        _ => None,
    };
    let (code_column, name_column) = (plan.mapping.header("credit_code"), plan.mapping.header("enterprise"));
    let mut enterprises = Vec::with_capacity(plan.drafts.len());
    for draft in &mut plan.drafts {
        let found = draft.value.as_ref().map(|row| book.find(row, own.as_ref()));
        enterprises.push(match found {
            None => None,
            Some(Ok(organisation)) => Some(organisation.clone()),
            Some(Err((by_code, error))) => {
                draft.problem(if by_code { code_column.clone() } else { name_column.clone() }, error);
                None
            }
        });
    }
    Ok(enterprises)
}

/// The enterprises a file may mean.
#[derive(Default)]
struct Book<'a> {
    by_name: HashMap<String, Vec<&'a Organisation>>,
    by_code: HashMap<&'a str, &'a Organisation>,
}

impl<'a> Book<'a> {
    /// The one enterprise of a row, or what is wrong and whether with its credit code.
    fn find(&self, row: &PositionRow, own: Option<&'a Organisation>) -> Result<&'a Organisation, (bool, CellError)> {
        let unknown = "请先由单位登记，并由服务站核对；已登记的请写登记时的全称或统一社会信用代码";
        if let Some(code) = &row.credit_code {
            let error =
                || (true, CellError::new("enterprise_unknown", format!("没有找到信用代码是 {code} 的单位：{unknown}")));
            let found = self.by_code.get(code.as_str()).copied().ok_or_else(error)?;
            return match &row.enterprise {
                Some(name) if plain(name) != plain(&found.name) => {
                    let detail = format!("信用代码登记的单位是“{}”，与单位名称不一致，请核对", found.name);
                    Err((true, CellError::new("enterprise_mismatch", detail)))
                }
                _ => Ok(found),
            };
        }
        let Some(name) = &row.enterprise else {
            return own.ok_or_else(|| (false, CellError::new("required", "请填写单位名称或统一社会信用代码")));
        };
        match self.by_name.get(&plain(name)).map(Vec::as_slice) {
            Some([only]) => Ok(only),
            Some(several) => {
                // Names that differ in their brackets alone are told apart by them.
                let mut exact = several.iter().filter(|one| one.name == *name);
                let ambiguous =
                    || (false, CellError::new("enterprise_ambiguous", "有几个单位叫这个名字，请填统一社会信用代码"));
                exact.next().filter(|_| exact.next().is_none()).copied().ok_or_else(ambiguous)
            }
            None => Err((false, CellError::new("enterprise_unknown", format!("没有找到这个单位：{unknown}")))),
        }
    }
}

/// The ways a name may have been written at registration: brackets come in two widths.
fn spellings(name: &str) -> [String; 3] {
    let half = name.replace('（', "(").replace('）', ")");
    let full = half.replace('(', "（").replace(')', "）");
    [name.to_owned(), half, full]
}

fn plain(name: &str) -> String {
    name.chars().map(crate::types::identifiers::half_width).filter(|c| !c.is_whitespace()).collect()
}

/// Marks rows outside `scope` and those whose ID number somebody has already.
fn check_people(db: &mut Db, keys: &Keys, scope: &Scope, plan: &mut Plan<NewPerson>) -> Result<()> {
    let blind = |person: &NewPerson| {
        person.identity.id_number.as_ref().map(|number| people_store::id_number_blind(keys, number))
    };
    let blinds: Vec<Vec<u8>> = plan.drafts.iter().filter_map(|draft| blind(draft.value.as_ref()?)).collect();
    let mut known: HashMap<Vec<u8>, Vec<Person>> = HashMap::new();
    for other in people_store::with_id_numbers(db, &blinds)? {
        known.entry(other.id_number_blind.clone().unwrap_or_default()).or_default().push(other);
    }
    let (number_column, place_column) = (plan.mapping.header("id_number"), plan.mapping.header("division"));
    for draft in &mut plan.drafts {
        let Some(person) = &draft.value else { continue };
        let others = blind(person).and_then(|blind| known.get(&blind));
        let taken = others.is_some_and(|others| people_rules::enter(others).is_err());
        let outside = !scope.covers_division(person.division.code());
        if taken {
            draft.problem(
                number_column.clone(),
                CellError::new("id_number_taken", "这个身份证号已经登记过，请在系统里查找并修改，不要再导入"),
            );
        }
        if outside {
            draft.problem(
                place_column.clone(),
                CellError::new("outside_district", "居住地不在您的辖区，请交给所属的服务站导入"),
            );
        }
    }
    Ok(())
}

/// What undoing an import did.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Undone {
    pub import: Import,
    pub removed: u32,
    /// What stays, because somebody has worked with it since or it left the actor's reach.
    pub kept: Vec<Kept>,
}

#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Kept {
    /// Of the position or the person.
    pub id: String,
    /// A position's title; nothing for a person.
    pub title: Option<String>,
}

/// Takes back what an import brought and nobody has touched since; its own importer may, for a day.
pub fn undo(tx: &mut Tx, actor: &Actor, id: ImportId) -> Result<Undone> {
    let mut scope = actor.may(Action::ImportPositions)?;
    let import = store::import(tx, id)?;
    if !scope.all && import.account_id != actor.account {
        return Err(Code::NotFound.into());
    }
    if import.kind == ImportKind::People {
        scope = actor.may(Action::ImportPeople)?;
    }
    let import = rules::undo(import, tx.now())?;
    let (removed, kept) = match import.kind {
        ImportKind::Positions => undo_positions(tx, &scope, id)?,
        ImportKind::People => undo_people(tx, actor, &scope, id)?,
    };
    store::save_import(tx, &import)?;
    tx.record_with(Event::ImportUndone, id, json!({ "removed": removed, "kept": kept.len() }));
    Ok(Undone { import, removed, kept })
}

fn undo_positions(tx: &mut Tx, scope: &Scope, id: ImportId) -> Result<(u32, Vec<Kept>)> {
    let (mut removed, mut kept) = (0, Vec::new());
    let mut reach: HashMap<OrganisationId, bool> = HashMap::new();
    for position in store::positions_of_import(tx, id)? {
        let within = match reach.get(&position.enterprise_id) {
            Some(within) => *within,
            None => store::organisation(tx, scope, position.enterprise_id).is_ok(),
        };
        reach.insert(position.enterprise_id, within);
        if within && is_untouched(&position) {
            store::remove_position(tx, position.id)?;
            tx.record(Event::PositionRemoved, position.id);
            removed += 1;
        } else {
            kept.push(Kept { id: position.id.to_string(), title: Some(position.title) });
        }
    }
    for organisation in store::organisations_of_import(tx, id)? {
        let unused = store::position_count_of(tx, organisation.id)? == 0
            && store::memberships_of(tx, organisation.id)?.is_empty();
        if unused && organisation.version == 1 {
            store::remove_organisation(tx, organisation.id)?;
            tx.record_with(Event::OrganisationChanged, organisation.id, json!({ "removed": true }));
        }
    }
    Ok((removed, kept))
}

/// As it was written; whatever was done since has counted the version up.
fn is_untouched(position: &Position) -> bool {
    position.version == 1
}

fn undo_people(tx: &mut Tx, actor: &Actor, scope: &Scope, id: ImportId) -> Result<(u32, Vec<Kept>)> {
    let (mut removed, mut kept) = (0, Vec::new());
    for person in people_store::of_import(tx, id)? {
        if scope.covers_division(person.division.code()) && is_untouched_person(tx, &person)? {
            people::remove_imported(tx, actor, &person)?;
            removed += 1;
        } else {
            kept.push(Kept { id: person.id.to_string(), title: None });
        }
    }
    Ok((removed, kept))
}

/// A consent given or withdrawn later is a touch too, though it is no change of the row.
fn is_untouched_person(tx: &mut Tx, person: &Person) -> Result<bool> {
    let consents = people_store::consents(tx, person.id)?;
    let same = consents.iter().all(|consent| consent.given_at == person.created_at && consent.withdrawn_at.is_none());
    let named = people_store::is_service_member(tx, person.id)?;
    Ok(person.version == 1 && person.account_id.is_none() && same && !named)
}
