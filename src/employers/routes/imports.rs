//! The HTTP of imports: a file goes in as the body, a report comes out.
//!
//! The body is the file itself, not a form around it, so there is nothing to parse before the limit and
//! nothing to name on a disk.

use std::collections::BTreeMap;

use actix_web::{FromRequest, HttpRequest, dev};
use futures_util::StreamExt;
use futures_util::future::LocalBoxFuture;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::dictionary::Dictionary;
use crate::employers::actions::imports::{self as actions, Asked, Undone};
use crate::employers::imports as positions;
use crate::employers::model::Import;
use crate::employers::store;
use crate::error::{Code, Error, Problem, Result};
use crate::http::{Api, IdempotencyKey, Json, Named, Params, XLSX, content_type, parse};
use crate::people::imports as people;
use crate::server::App;
use crate::store::idempotency;
use crate::types::id::ImportId;
use crate::types::table::report::{Mode, Report};
use crate::types::table::{BYTES_MAX, TableError};

pub fn routes(api: &mut Api) {
    api.add(__path_import_positions, Action::ImportPositions, import_positions)
        .add(__path_import_people, Action::ImportPeople, import_people)
        .add(__path_list_imports, Action::ImportPositions, list_imports)
        .add(__path_undo_import, Action::ImportPositions, undo_import);
}

/// How a file is to be read and whether it is to be written.
#[derive(Clone, Debug, Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ImportParams {
    /// `true` (the default) changes nothing and tells what would happen.
    pub dry_run: Option<bool>,
    /// What to do when some rows are bad; `all` unless said otherwise.
    #[param(inline)]
    pub mode: Option<Mode>,
    /// The file's own name.
    #[param(max_length = 200)]
    pub file_name: Option<String>,
    /// JSON: field → header of its column; an empty header leaves the field out. What is not named is
    /// guessed, and the answer tells what was used.
    #[param(max_length = 4000, example = json!("{\"title\":\"招聘工种\"}"))]
    pub mapping: Option<String>,
}

/// A file as the body of a request.
pub struct Upload {
    bytes: Vec<u8>,
    extension: &'static str,
}

pub const CSV: &str = "text/csv";

impl FromRequest for Upload {
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let extension = match content_type(request).as_str() {
            CSV => Some("csv"),
            XLSX => Some("xlsx"),
            _ => None,
        };
        let mut payload = payload.take();
        Box::pin(async move {
            let error = || Error::new(Code::WrongContentType).detail(format!("应为 {CSV} 或 {XLSX}"));
            let extension = extension.ok_or_else(error)?;
            let mut bytes = Vec::new();
            while let Some(chunk) = payload.next().await {
                let chunk = chunk.map_err(|_| Error::new(Code::FileUnreadable).detail("文件没有传完，请重试"))?;
                if bytes.len() + chunk.len() > BYTES_MAX {
                    return Err(Error::new(Code::BodyTooLarge).detail(TableError::TooLarge.sentence()));
                }
                bytes.extend_from_slice(&chunk);
            }
            Ok(Upload { bytes, extension })
        })
    }
}

/// A request to import, understood but for the file's inside.
struct Request {
    upload: Upload,
    given: BTreeMap<String, String>,
    asked: Asked,
    /// Present when it is to be written.
    once: Option<idempotency::Request>,
}

impl Request {
    fn new(
        actor: &Actor,
        operation: &'static str,
        params: ImportParams,
        key: Option<IdempotencyKey>,
        upload: Upload,
    ) -> Result<Request> {
        let file_name = params.file_name.unwrap_or_else(|| format!("导入.{}", upload.extension));
        // The extension, the declared type and, when it is read, the content have to agree.
        let extension = file_name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
        if extension != upload.extension {
            return Err(Error::new(Code::WrongContentType).detail(format!("文件名应以 .{} 结尾", upload.extension)));
        }
        let sentence = "mapping 应为 JSON 对象：字段名 → 表头，每个字段只写一次";
        let wrong = |_| Error::new(Code::InvalidQuery).detail(sentence);
        let mapping = params.mapping.unwrap_or_default();
        let given = if mapping.is_empty() { BTreeMap::new() } else { parse(mapping.as_bytes()).map_err(wrong)? };
        let asked = Asked { file_name, mode: params.mode.unwrap_or(Mode::All) };
        let once = match (params.dry_run.unwrap_or(true), key) {
            (true, _) => None,
            (false, None) => {
                return Err(Error::new(Code::MissingHeader).detail("Idempotency-Key：8–128 个字符，每次提交一个新的"));
            }
            (false, Some(key)) => {
                let content = [asked.mode.code().as_bytes(), &[0], mapping.as_bytes(), &[0], &upload.bytes].concat();
                Some(key.of_bytes(actor, operation, content))
            }
        };
        Ok(Request { upload, given, asked, once })
    }
}

/// Imports positions from a file: tries it, or writes its good rows.
#[utoipa::path(post, path = "/api/positions/imports", params(ImportParams, ("Idempotency-Key" = Option<String>, Header, description = "required unless dry_run")),
    request_body(content((Vec<u8> = "text/csv"), (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))),
    responses((status = 200, body = Report), (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem)))]
async fn import_positions(
    app: App,
    actor: Actor,
    params: Params<ImportParams>,
    key: Option<IdempotencyKey>,
    upload: Upload,
) -> Result<Json<Report>> {
    let Request { upload, given, asked, once } = Request::new(&actor, "import_positions", params.0, key, upload)?;
    let today = app.store.clock.now().day();
    let file_name = asked.file_name.clone();
    let plan = blocking(move || {
        actions::plan(&file_name, &upload.bytes, positions::FIELDS, &given, |table, mapping| {
            positions::read(table, mapping, &Dictionary::get(), today)
        })
    })
    .await?;
    let report = match once {
        None => app.store.read(move |db| actions::try_positions(db, &actor, &plan)).await?,
        Some(once) => {
            app.store
                .write(actor.author(), move |tx| {
                    idempotency::once(tx, &once, |tx| actions::import_positions(tx, &actor, &plan, &asked))
                })
                .await?
        }
    };
    Ok(Json(report))
}

/// Imports people from a file: tries it, or writes its good rows.
#[utoipa::path(post, path = "/api/people/imports", params(ImportParams, ("Idempotency-Key" = Option<String>, Header, description = "required unless dry_run")),
    request_body(content((Vec<u8> = "text/csv"), (Vec<u8> = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))),
    responses((status = 200, body = Report), (status = 413, body = Problem), (status = 415, body = Problem), (status = 422, body = Problem)))]
async fn import_people(
    app: App,
    actor: Actor,
    params: Params<ImportParams>,
    key: Option<IdempotencyKey>,
    upload: Upload,
) -> Result<Json<Report>> {
    let Request { upload, given, asked, once } = Request::new(&actor, "import_people", params.0, key, upload)?;
    let today = app.store.clock.now().day();
    let dictionary = app.store.read(crate::specialities::dictionary).await?;
    let file_name = asked.file_name.clone();
    let plan = blocking(move || {
        actions::plan(&file_name, &upload.bytes, people::FIELDS, &given, |table, mapping| {
            people::read(table, mapping, &dictionary, today)
        })
    })
    .await?;
    let report = match once {
        None => {
            let keys = app.store.keys.clone();
            app.store.read(move |db| actions::try_people(db, &keys, &actor, &plan)).await?
        }
        Some(once) => {
            app.store
                .write(actor.author(), move |tx| {
                    idempotency::once(tx, &once, |tx| actions::import_people(tx, &actor, &plan, &asked))
                })
                .await?
        }
    };
    Ok(Json(report))
}

/// Reading twenty thousand rows takes a second; the server has better things to wait for.
async fn blocking<T: Send + 'static>(work: impl FnOnce() -> Result<T> + Send + 'static) -> Result<T> {
    actix_web::web::block(work).await.map_err(Error::internal)?
}

/// Lists one's own imports, newest first, at most a hundred.
#[utoipa::path(get, path = "/api/imports", responses((status = 200, body = Vec<Import>)))]
async fn list_imports(app: App, actor: Actor) -> Result<Json<Vec<Import>>> {
    let scope = actor.may(Action::ImportPositions)?;
    Ok(Json(app.store.read(move |db| store::list_imports(db, &scope, actor.account)).await?))
}

/// Takes back what an import brought, within a day; what somebody has worked with since stays.
#[utoipa::path(post, path = "/api/imports/{id}/undo", params(("id" = String, Path)),
    responses((status = 200, body = Undone), (status = 404, body = Problem), (status = 409, body = Problem)))]
async fn undo_import(app: App, actor: Actor, id: Named<ImportId>) -> Result<Json<Undone>> {
    Ok(Json(app.store.write(actor.author(), move |tx| actions::undo(tx, &actor, id.0)).await?))
}
