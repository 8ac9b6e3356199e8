//! One integration crate: one file per capability, through HTTP, in process. Every test has its own
//! database; with `MUSTER_TEST_DATABASE_URL` it is a PostgreSQL database, else a SQLite file.

mod support;

mod access;
mod claims;
mod cli;
mod desk;
mod dictionaries;
mod duplicates;
mod employers;
mod examined;
mod imports;
mod journal;
mod kept;
mod learning;
mod lists;
mod matching;
mod matrix;
mod openapi;
mod pages;
mod people;
mod scanner;
mod schema;
mod specialities;
mod strictness;
mod tidy;
mod two_nodes;
