//! The verbs about saved views of lists.

use crate::access::model::{List, SavedView};
use crate::access::permissions::Action;
use crate::access::{Actor, rules, store};
use crate::error::Result;
use crate::store::Tx;
use crate::store::journal::Event;
use crate::types::id::SavedViewId;

/// Keeps a view of a list under a name.
pub fn save(tx: &mut Tx, actor: &Actor, list: List, name: &str, query: &str) -> Result<SavedView> {
    actor.may(Action::SaveView)?;
    let account = actor.account()?;
    let kept = store::views(tx, account)?;
    rules::save_view(list, name, query, kept.iter().filter(|view| view.list == list).count())?;
    let view = SavedView {
        id: tx.new_id(),
        account_id: account,
        list,
        name: name.trim().to_owned(),
        query: query.to_owned(),
        created_at: tx.now(),
    };
    store::insert_view(tx, &view)?;
    tx.record(Event::ViewSaved, view.id);
    Ok(view)
}

pub fn drop(tx: &mut Tx, actor: &Actor, id: SavedViewId) -> Result<()> {
    actor.may(Action::SaveView)?;
    store::remove_view(tx, actor.account()?, id)?;
    tx.record(Event::ViewDropped, id);
    Ok(())
}
