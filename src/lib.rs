//! Muster (集结号): a city's veterans and military spouses into work and into business.
//!
//! A folder per capability, the same file names in each, and one write path. The README holds the map
//! and the import rules; `tests/tidy.rs` checks them.
#![forbid(unsafe_code)]

/// Accounts, sessions, and who may do what.
pub mod access;
/// Speed and memory on synthetic rows, beside other engines.
pub mod bench;
/// System time, or a time that tests set.
pub mod clock;
/// What the commands of the command line do.
pub mod commands;
/// Every setting.
pub mod config;
/// The demonstration world: a city of invented people and employers.
pub mod demo;
/// The dictionaries, for those who check an input.
pub mod dictionary;
/// Enterprises, associations, positions.
pub mod employers;
/// What can go wrong, in one table.
pub mod error;
/// What every route shares.
pub mod http;
/// People and positions, searched and ranked.
pub mod matching;
/// The web page as it first arrives.
pub mod pages;
/// Job-seekers.
pub mod people;
/// The actix application.
pub mod server;
/// The military map as the city keeps it.
pub mod specialities;
/// The bureau's stations.
pub mod stations;
/// Both databases, the journal, the queue.
pub mod store;
/// Identifiers, money, regions, pages, time.
pub mod types;
/// Jobs and the journal's followers.
pub mod worker;
