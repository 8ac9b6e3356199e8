//! The words every capability shares: identifiers, money, regions, pages, time.
//!
//! Each is checked on construction, so whoever holds one may trust it. Nothing here knows a table, a
//! request or a rule of ours.

pub mod coded;
pub mod id;
pub mod identifiers;
pub mod money;
pub mod page;
pub mod phrases;
pub mod region;
pub mod screen;
pub mod table;
pub mod text;
pub mod time;
pub mod work;
