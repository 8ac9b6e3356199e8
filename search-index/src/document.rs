//! A position and a person as documents of the index.

use tantivy::TantivyDocument;

use crate::division::{at_level, is_within, prefixes, trimmed};
use crate::explain::{driving, skill_key};
use crate::schema::{Fields, PERSON, POSITION, key};
use crate::{Lexicon, Requirement, Seeker, Shift, Vacancy};

/// Entries of a list that enter the index.
const LIST_MAX: usize = 100;

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

/// An occupation's code and the codes of its groups, as prefixes: `4`, `4-02`, `4-02-02`, whole.
pub(crate) fn occupation_prefixes(code: &str) -> impl Iterator<Item = &str> {
    [1, 4, 7, 10].into_iter().filter_map(|length| code.get(..length))
}

/// A position as a document.
pub(crate) fn position(lexicon: &Lexicon, fields: &Fields, vacancy: &Vacancy) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    document.add_text(fields.id, &vacancy.id);
    document.add_text(fields.key, key(POSITION, &vacancy.id));
    document.add_text(fields.kind, POSITION);

    let title = lexicon.terms(&vacancy.title);
    document.add_text(fields.title_words, title.words.join(" "));
    document.add_text(fields.title_chars, title.chars.join(" "));
    let required = vacancy.requirements.iter().take(LIST_MAX).map(|asked| asked.name.as_str());
    let occupation = vacancy.occupation.as_deref();
    let name = occupation.and_then(|code| lexicon.occupation_name(code));
    // The description last: it may be cut.
    let body: Vec<&str> =
        required.chain(name).chain([vacancy.employer_name.as_str(), vacancy.description.as_str()]).collect();
    let body = lexicon.terms(&body.join("\n"));
    document.add_text(fields.body_words, body.words.join(" "));
    document.add_text(fields.body_chars, body.chars.join(" "));

    for prefix in occupation.into_iter().flat_map(occupation_prefixes) {
        document.add_text(fields.occupation, prefix);
    }
    position_place(fields, vacancy, &mut document);
    position_conditions(fields, vacancy, &mut document);
    for asked in vacancy.requirements.iter().take(LIST_MAX) {
        position_requirement(lexicon, fields, asked, &mut document);
    }
    document
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
}

fn position_requirement(lexicon: &Lexicon, fields: &Fields, asked: &Requirement, document: &mut TantivyDocument) {
    document.add_text(fields.skill, skill_key(lexicon, &asked.name));
    let classes = driving::asked_by(lexicon, asked).filter(|_| asked.must).unwrap_or_default();
    // Where any of several will do, the explanation decides.
    if let [class] = classes[..] {
        document.add_text(fields.licence_must, class);
    }
}

/// A person as a document.
pub(crate) fn person(lexicon: &Lexicon, fields: &Fields, seeker: &Seeker) -> TantivyDocument {
    let mut document = TantivyDocument::new();
    document.add_text(fields.id, &seeker.id);
    document.add_text(fields.key, key(PERSON, &seeker.id));
    document.add_text(fields.kind, PERSON);

    for code in occupation_codes(lexicon, seeker) {
        for prefix in occupation_prefixes(code) {
            document.add_text(fields.occupation, prefix);
        }
    }
    let wish = lexicon.terms(&wishes(lexicon, seeker));
    document.add_text(fields.wish_words, wish.words.join(" "));
    document.add_text(fields.wish_chars, wish.chars.join(" "));
    let past = seeker.experiences.iter().take(LIST_MAX).map(|one| one.text.as_str());
    let past = lexicon.terms(&past.collect::<Vec<_>>().join("\n"));
    document.add_text(fields.past_words, past.words.join(" "));
    for skill in skills(lexicon, seeker) {
        document.add_text(fields.skill, skill);
    }
    if let Some(degree) = seeker.degree {
        document.add_u64(fields.degree, degree.into());
    }
    person_places(fields, seeker, &mut document);
    person_certificates(lexicon, fields, seeker, &mut document);
    document
}

/// Occupations wanted, and those the person's specialities lead to.
pub(crate) fn occupation_codes<'a>(lexicon: &'a Lexicon, seeker: &'a Seeker) -> Vec<&'a str> {
    let led = specialities(lexicon, seeker).flat_map(|speciality| &speciality.occupations);
    let led = led.map(|(code, _)| code.as_str());
    seeker.occupations.iter().map(String::as_str).chain(led).take(LIST_MAX).collect()
}

/// The titles of what the person wants and has done, in words.
pub(crate) fn wishes(lexicon: &Lexicon, seeker: &Seeker) -> String {
    let past = seeker.experiences.iter().map(|one| one.title.as_str());
    let names = occupation_codes(lexicon, seeker).into_iter();
    let names = names.filter_map(|code| lexicon.occupation_name(code));
    let titles = seeker.titles.iter().map(String::as_str);
    titles.chain(past).chain(names).take(LIST_MAX).collect::<Vec<_>>().join("\n")
}

/// Canonical skills that the person claims or shows.
pub(crate) fn skills(lexicon: &Lexicon, seeker: &Seeker) -> Vec<String> {
    let claimed = seeker.skills.iter().map(|skill| skill.name.as_str());
    let held = seeker.certificates.iter().map(|certificate| certificate.name.as_str());
    let shown = specialities(lexicon, seeker).flat_map(|one| &one.skills).map(String::as_str);
    let named = seeker.experiences.iter().take(LIST_MAX);
    let named = named.flat_map(|one| lexicon.skills_in(&[&*one.title, &*one.text].join("\n")));
    let keys = claimed.chain(held).chain(shown).map(|name| skill_key(lexicon, name));
    let mut all: Vec<String> = keys.chain(named).take(LIST_MAX * 4).collect();
    all.sort_unstable();
    all.dedup();
    all
}

fn specialities<'a>(lexicon: &'a Lexicon, seeker: &'a Seeker) -> impl Iterator<Item = &'a crate::Speciality> {
    let codes = seeker.experiences.iter().take(LIST_MAX).filter_map(|one| one.speciality.as_deref());
    codes.filter_map(|code| lexicon.speciality(code))
}

/// Refusals without an exception inside them; those with one are left to the explanation.
pub(crate) fn plain_refusals(seeker: &Seeker) -> impl Iterator<Item = &str> {
    let refused = seeker.places_refused.iter().take(LIST_MAX).filter_map(|code| trimmed(code));
    refused.filter(|refused| {
        let is_exception = |place: &String| {
            is_within(place, refused) && trimmed(place).is_some_and(|place| place.len() > refused.len())
        };
        !seeker.places.iter().any(is_exception)
    })
}

fn person_places(fields: &Fields, seeker: &Seeker, document: &mut TantivyDocument) {
    for place in seeker.places.iter().take(LIST_MAX).filter_map(|place| trimmed(place)) {
        document.add_text(fields.place, place);
    }
    for refused in plain_refusals(seeker) {
        document.add_text(fields.place_refused, refused);
    }
    for prefix in seeker.division.as_deref().map(prefixes).unwrap_or_default() {
        document.add_text(fields.home, prefix);
    }
}

fn person_certificates(lexicon: &Lexicon, fields: &Fields, seeker: &Seeker, document: &mut TantivyDocument) {
    document.add_u64(fields.certificates_known, (!seeker.certificates.is_empty()).into());
    for certificate in seeker.certificates.iter().take(LIST_MAX) {
        document.add_text(fields.certificate, skill_key(lexicon, &certificate.name));
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
pub(crate) fn classes_held(lexicon: &Lexicon, seeker: &Seeker) -> Vec<&'static str> {
    let certificates = seeker.certificates.iter().take(LIST_MAX);
    let held = certificates.flat_map(|certificate| driving::held(lexicon, &certificate.name));
    let mut all: Vec<&'static str> = held.flat_map(driving::included).collect();
    all.sort_unstable();
    all.dedup();
    all
}
