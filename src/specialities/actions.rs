//! The verbs about the military map.

use serde_json::json;

use crate::access::Actor;
use crate::access::permissions::Action;
use crate::dictionary::Dictionary;
use crate::error::{Code, Error, FieldError, Result};
use crate::store::journal::Event;
use crate::store::{Db, Tx};
use crate::types::id::{Id, SpecialityChangeId, of};

use super::map::{content_of, dictionary};
use super::model::{Change, ChangeInput, ChangeKind, ChangeState, FamilyContent};
use super::{rules, store};

/// Proposes a change; nothing of it counts before somebody else accepts it.
///
/// # Errors
/// [`Code::Invalid`], [`Code::UnitDesignation`]; [`Code::WrongState`] when a change of the family waits already.
pub fn propose(tx: &mut Tx, actor: &Actor, input: &ChangeInput) -> Result<Change> {
    actor.may(Action::ProposeSpeciality)?;
    let by = actor.account()?;
    rules::check_source(&input.source)?;
    let dictionary = dictionary(tx)?;
    let id: SpecialityChangeId = tx.new_id();
    let code = match &input.code {
        None => new_code(id),
        Some(code) if dictionary.is_speciality(code) => code.clone(),
        Some(_) => return Err(wrong("/code", "unknown_speciality", "没有这个专业，请从列表里选")),
    };
    if store::one_of(tx, &code, ChangeState::Waiting)?.is_some() {
        return Err(Error::new(Code::WrongState).detail("这个专业已有一项变更等待复核，请等复核后再改"));
    }
    let content = proposed(tx, input, &dictionary)?;
    let change = Change {
        id,
        code,
        kind: input.kind,
        state: ChangeState::Waiting,
        content: serde_json::to_string(&content).map_err(Error::internal)?,
        source: input.source.trim().to_owned(),
        written_by: by,
        written_at: tx.now(),
        decided_by: None,
        decided_at: None,
        note: None,
        number: None,
        ended_by: None,
        ended_at: None,
    };
    store::insert(tx, &change)?;
    tx.record_with(Event::SpecialityProposed, id, json!({ "speciality": change.code, "kind": change.kind }));
    Ok(change)
}

/// The family as it would stand: what was written, or of a family to be set aside what it is now.
fn proposed(db: &mut Db, input: &ChangeInput, dictionary: &Dictionary) -> Result<FamilyContent> {
    let code = input.code.as_deref();
    let now = code.map(|code| standing(db, code, dictionary)).transpose()?.flatten();
    match (input.kind, &input.family) {
        (ChangeKind::Edit, Some(family)) => {
            rules::check(family, code, now.as_ref(), dictionary)?;
            let content = rules::content(family, dictionary);
            let in_force = code.is_some_and(|code| dictionary.specialities().get(code).is_some());
            if in_force && now.as_ref() == Some(&content) {
                return Err(wrong("/family", "unchanged", "和现在生效的一样，没有要改的"));
            }
            Ok(content)
        }
        (ChangeKind::Edit, None) => Err(wrong("/family", "required", "请填写专业的内容")),
        (ChangeKind::SetAside, Some(_)) => Err(wrong("/family", "wrong_value", "停用不用填写内容，请去掉")),
        (ChangeKind::SetAside, None) => {
            let in_force = code.is_some_and(|code| dictionary.specialities().get(code).is_some());
            match now.filter(|_| in_force) {
                Some(now) => Ok(now),
                None if code.is_none() => Err(wrong("/code", "required", "请选要停用的专业")),
                None => Err(Error::new(Code::WrongState).detail("这个专业已经停用")),
            }
        }
    }
}

/// What a family is now, or was when it was set aside.
fn standing(db: &mut Db, code: &str, dictionary: &Dictionary) -> Result<Option<FamilyContent>> {
    match dictionary.specialities().get(code) {
        Some(family) => content_of(family).map(Some),
        None => store::one_of(db, code, ChangeState::InForce)?.map(|change| change.family()).transpose(),
    }
}

/// Accepts a change, which then counts at once, or refuses it with the reason.
///
/// # Errors
/// [`Code::SelfApproval`] for its author, [`Code::WrongState`]; what [`propose`] refuses, when the map has moved
/// since.
pub fn decide(tx: &mut Tx, actor: &Actor, id: SpecialityChangeId, accept: bool, note: &str) -> Result<Change> {
    actor.may(Action::ReviewSpeciality)?;
    let by = actor.account()?;
    let mut change = rules::decide(store::change(tx, id)?, accept, note, by, tx.now())?;
    if accept {
        let dictionary = dictionary(tx)?;
        if change.kind == ChangeKind::Edit {
            let now = standing(tx, &change.code, &dictionary)?;
            let family = rules::as_input(&change.family()?);
            rules::check(&family, Some(&change.code), now.as_ref(), &dictionary)?;
        }
        if let Some(before) = store::one_of(tx, &change.code, ChangeState::InForce)? {
            let now = tx.now();
            store::save(tx, &rules::replace(before, by, now))?;
        }
        change.number = Some(store::last_number(tx, &change.code)? + 1);
    }
    store::save(tx, &change)?;
    let event = if accept { Event::SpecialityAccepted } else { Event::SpecialityRefused };
    tx.record_with(event, id, json!({ "speciality": change.code, "kind": change.kind }));
    Ok(change)
}

/// Its author takes a change back before anybody has decided it.
pub fn withdraw(tx: &mut Tx, actor: &Actor, id: SpecialityChangeId) -> Result<()> {
    actor.may(Action::ProposeSpeciality)?;
    let change = rules::withdraw(store::change(tx, id)?, actor.account()?, tx.now())?;
    store::save(tx, &change)?;
    tx.record_with(Event::SpecialityWithdrawn, id, json!({ "speciality": change.code }));
    Ok(())
}

/// Undoes the version in force: the one before holds again at once, or the built-in map. What comes back was
/// accepted once, so it takes one person and no second review.
///
/// # Errors
/// [`Code::WrongState`] unless it is in force; what [`propose`] refuses, when what would come back clashes with
/// what was accepted since.
pub fn undo(tx: &mut Tx, actor: &Actor, id: SpecialityChangeId) -> Result<Change> {
    actor.may(Action::ReviewSpeciality)?;
    let change = store::change(tx, id)?;
    let before = store::before(tx, &change.code)?;
    let (undone, back) = rules::undo(change, before, actor.account()?, tx.now())?;
    store::save(tx, &undone)?;
    if let Some(back) = &back {
        if back.kind == ChangeKind::Edit {
            let dictionary = dictionary(tx)?;
            // The built-in map shares some titles between families; those it may have again.
            let built_in = Dictionary::get().specialities().get(&back.code).map(|family| content_of(family));
            let family = rules::as_input(&back.family()?);
            rules::check(&family, Some(&back.code), built_in.transpose()?.as_ref(), &dictionary)?;
        }
        store::save(tx, back)?;
    }
    let details = json!({ "speciality": undone.code, "kind": undone.kind });
    tx.record_with(Event::SpecialityUndone, id, details);
    Ok(undone)
}

/// Nobody else gives out this code, also in another city: it ends in the random part of the change's id.
fn new_code(id: SpecialityChangeId) -> String {
    let text = Id::<of::SpecialityChange>::as_str(&id);
    format!("local_{}", &text[text.len() - 12..])
}

fn wrong(pointer: &str, code: &str, detail: &str) -> Error {
    Error::invalid(vec![FieldError::new(pointer, code, detail)])
}
