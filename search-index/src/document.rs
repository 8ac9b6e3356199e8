//! A position and a person as documents of the index.

use tantivy::TantivyDocument;

use crate::dictionary::hash_bytes;
use crate::division::{at_level, is_within, prefixes, trimmed};
use crate::explain::driving;
use crate::glance::{Asked, PersonCard, PositionCard};
use crate::schema::{Fields, PERSON, POSITION, key};
use crate::{Lexicon, Seeker, Shift, Vacancy};

/// Entries of a list that enter the index.
pub(crate) const LIST_MAX: usize = 100;

/// Digits of a city's code.
pub(crate) const CITY_DIGITS: u32 = 4;

/// The number that stands for a shift in the index.
pub(crate) fn shift_number(shift: Shift) -> u64 {
    match shift {
        Shift::Day => 0,
        Shift::Night => 1,
        Shift::Rotating => 2,
        Shift::Flexible => 3,
    }
}

/// The reverse of [`shift_number`].
pub(crate) fn shift_of(number: u64) -> Option<Shift> {
    [Shift::Day, Shift::Night, Shift::Rotating, Shift::Flexible].get(number as usize).copied()
}

/// A position as a document.
pub(crate) fn position(lexicon: &Lexicon, fields: &Fields, vacancy: &Vacancy) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    document.add_text(fields.id, &vacancy.id);
    document.add_text(fields.key, key(POSITION, &vacancy.id));
    document.add_text(fields.kind, POSITION);

    document.add_text(fields.title_words, lexicon.document_words(&vacancy.title));
    document.add_text(fields.title_chars, lexicon.terms(&vacancy.title).chars.join(" "));
    let required = vacancy.requirements.iter().take(LIST_MAX).map(|asked| asked.name.as_str());
    let occupation = vacancy.occupation.as_deref();
    let name = occupation.and_then(|code| lexicon.occupation_name(code));
    // The description last: it may be cut.
    let body: Vec<&str> =
        required.chain(name).chain([vacancy.employer_name.as_str(), vacancy.description.as_str()]).collect();
    document.add_text(fields.body_words, lexicon.document_words(&body.join("\n")));

    position_card(lexicon, fields, vacancy, &mut document);
    position_place(fields, vacancy, &mut document);
    position_conditions(fields, vacancy, &mut document);
    document
}

/// What the first look reads.
fn position_card(lexicon: &Lexicon, fields: &Fields, vacancy: &Vacancy, document: &mut TantivyDocument) {
    let card = PositionCard::of(lexicon, vacancy);
    for (field, word) in std::iter::zip(fields.card, card.packed()) {
        document.add_u64(field, word);
    }
    for asked in Asked::all(lexicon, vacancy) {
        document.add_u64(fields.list, asked.packed());
    }
}

fn position_place(fields: &Fields, vacancy: &Vacancy, document: &mut TantivyDocument) {
    let Some(division) = vacancy.division.as_deref() else { return };
    for prefix in prefixes(division) {
        document.add_text(fields.division, prefix);
    }
    for (level, field) in [(6, fields.county), (9, fields.street)] {
        if let Some(number) = at_level(division, level).and_then(|code| code.parse().ok()) {
            document.add_u64(field, number);
        }
    }
}

fn position_conditions(fields: &Fields, vacancy: &Vacancy, document: &mut TantivyDocument) {
    document.add_u64(fields.degree, vacancy.degree_min.unwrap_or(0).into());
    document.add_i64(fields.published, vacancy.published_day.into());
    let valid_until = vacancy.valid_until_day.unwrap_or(i32::MAX);
    document.add_i64(fields.valid_until, valid_until.into());
    document.add_u64(fields.preference, vacancy.veteran_preference.into());
    if let Some((low, high)) = vacancy.pay_fen_month {
        document.add_i64(fields.pay, low.max(high));
    }
    if let Some(shift) = vacancy.shift {
        document.add_u64(fields.shift, shift_number(shift));
    }
    if let Some(housing) = vacancy.housing {
        document.add_u64(fields.housing, housing.into());
    }
    if let Some(group) = &vacancy.duplicate_group {
        document.add_u64(fields.duplicates, hash_bytes(0, group.as_bytes()));
    }
}

/// A person as a document.
pub(crate) fn person(lexicon: &Lexicon, fields: &Fields, seeker: &Seeker) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    document.add_text(fields.id, &seeker.id);
    document.add_text(fields.key, key(PERSON, &seeker.id));
    document.add_text(fields.kind, PERSON);

    if let Some(degree) = seeker.degree {
        document.add_u64(fields.degree, degree.into());
    }
    person_card(lexicon, fields, seeker, &mut document);
    person_places(fields, seeker, &mut document);
    person_certificates(lexicon, fields, seeker, &mut document);
    document
}

/// What the first look reads.
fn person_card(lexicon: &Lexicon, fields: &Fields, seeker: &Seeker, document: &mut TantivyDocument) {
    let card = PersonCard::of(lexicon, seeker);
    for (field, word) in std::iter::zip(fields.card, card.words()) {
        document.add_u64(field, word);
    }
    for entry in card.list() {
        document.add_u64(fields.list, *entry);
    }
}

/// Refusals without an exception inside them; those with one are left to the explanation.
fn plain_refusals(seeker: &Seeker) -> impl Iterator<Item = &str> {
    let refused = seeker.places_refused.iter().take(LIST_MAX).filter_map(|code| trimmed(code));
    refused.filter(|refused| {
        let is_exception = |place: &String| {
            is_within(place, refused) && trimmed(place).is_some_and(|place| place.len() > refused.len())
        };
        !seeker.places.iter().any(is_exception)
    })
}

fn person_places(fields: &Fields, seeker: &Seeker, document: &mut TantivyDocument) {
    for refused in plain_refusals(seeker) {
        document.add_text(fields.place_refused, refused);
    }
}

fn person_certificates(lexicon: &Lexicon, fields: &Fields, seeker: &Seeker, document: &mut TantivyDocument) {
    document.add_u64(fields.certificates_known, (!seeker.certificates.is_empty()).into());
    for certificate in seeker.certificates.iter().take(LIST_MAX) {
        document.add_text(fields.certificate, lexicon.skill_key(&certificate.name));
        // A longer name holds the shorter one that a position asks for.
        for name in lexicon.skills_in(&certificate.name) {
            document.add_text(fields.certificate, name);
        }
    }
    for class in classes_held(lexicon, seeker) {
        document.add_text(fields.licence, class);
    }
}

/// Every class the person may drive by any listed licence, whether or not it has run out: whether it
/// has depends on the day, which the explanation knows.
fn classes_held(lexicon: &Lexicon, seeker: &Seeker) -> Vec<&'static str> {
    let certificates = seeker.certificates.iter().take(LIST_MAX);
    let held = certificates.flat_map(|certificate| driving::held(lexicon, &certificate.name));
    let mut all: Vec<&'static str> = held.flat_map(driving::included).collect();
    all.sort_unstable();
    all.dedup();
    all
}
