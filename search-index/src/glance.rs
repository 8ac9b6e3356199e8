//! The first look: a score near the true one, from a few numbers of each document.
//!
//! [`crate::explain`] reads texts and writes sentences, which is too much for a million documents. Here a
//! question is turned into tables once, a document is a handful of numbers in columns, and the two give an
//! estimate in some tens of nanoseconds. The estimate only decides who is looked at closely; nobody ever sees
//! it. Every part is computed as the explanation does it, but for the work, which is approximated.

mod around;
mod bits;
mod card;
mod cards;
mod entry;
mod names;
mod people;
mod person;
mod places;
mod positions;
mod probe;
mod scan;
mod shelf;
mod sum;

pub(crate) use card::{Asked, CARD, PositionCard};
pub(crate) use cards::Cards;
pub(crate) use names::Names;
pub(crate) use people::Question as VacancyQuestion;
pub(crate) use person::PersonCard;
pub(crate) use positions::{NearMisses, Question as SeekerQuestion};
pub(crate) use scan::{Best, Judge, Scan, expected_at};
pub(crate) use shelf::{EVERYWHERE, UNKNOWN, city_number};
pub use sum::expected_by;
pub(crate) use sum::{Expected, Shares};

#[cfg(test)]
mod tests;
