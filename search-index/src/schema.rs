//! The fields of the index, and which of them mean what.
//!
//! Positions and people share one index, so that one commit holds both and the journal's position;
//! they have separate text fields, so that the rarity of a word among people does not weigh on
//! positions. Only the id is stored. No name, number or address of a person has a field.

use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, STRING, Schema, TextFieldIndexing, TextOptions,
};

use crate::glance::CARD;

/// Raise this when a field or the way it is filled changes: an index of another version is rebuilt.
pub(crate) const VERSION: u32 = 7;

pub(crate) const POSITION: &str = "position";
pub(crate) const PERSON: &str = "person";

/// Names of the fields that are read by column.
pub(crate) mod column {
    pub const ID: &str = "id";
    pub const PUBLISHED: &str = "published_day";
    pub const PAY: &str = "pay_fen_month_max";
    pub const DEGREE: &str = "degree";
    pub const SHIFT: &str = "shift";
    pub const COUNTY: &str = "county";
    pub const STREET: &str = "street";
    /// Of positions that are shown as one; absent where one stands alone.
    pub const DUPLICATES: &str = "duplicate_group";
    /// What the first look reads: `crate::glance`.
    pub const CARD: [&str; crate::glance::CARD] =
        ["card_0", "card_1", "card_2", "card_3", "card_4", "card_5", "card_6"];
    pub const LIST: &str = "card_list";
}

/// Handles of all fields.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Fields {
    /// What is given back.
    pub id: Field,
    /// `kind:id`, unique: what a change deletes by.
    pub key: Field,
    pub kind: Field,
    /// Both: degree asked (0 where none) or held (absent where unknown).
    pub degree: Field,

    /// Both: the numbers that the first look reads.
    pub card: [Field; CARD],
    pub list: Field,

    pub title_words: Field,
    pub title_chars: Field,
    pub body_words: Field,
    /// The position's division and all above it.
    pub division: Field,
    pub county: Field,
    pub street: Field,
    /// Top of the pay range; absent where not stated.
    pub pay: Field,
    pub shift: Field,
    pub housing: Field,
    pub preference: Field,
    pub published: Field,
    pub valid_until: Field,
    pub duplicates: Field,

    pub place_refused: Field,
    /// Every class the person may drive.
    pub licence: Field,
    pub certificate: Field,
    /// 1 where the person has filled in any certificate.
    pub certificates_known: Field,
}

/// The schema and its fields.
pub(crate) fn schema() -> (Schema, Fields) {
    let mut builder = Schema::builder();
    let terms = |option| {
        let indexing = TextFieldIndexing::default().set_tokenizer("whitespace").set_index_option(option);
        TextOptions::default().set_indexing_options(indexing)
    };
    let words = || terms(IndexRecordOption::WithFreqs);
    // Positions, so that a synonym longer than a dictionary word is found letter by letter.
    let chars = || terms(IndexRecordOption::WithFreqsAndPositions);
    let fields = Fields {
        id: builder.add_text_field(column::ID, STRING | STORED | FAST),
        key: builder.add_text_field("key", STRING),
        kind: builder.add_text_field("kind", STRING),
        degree: builder.add_u64_field(column::DEGREE, INDEXED | FAST),
        card: column::CARD.map(|name| builder.add_u64_field(name, FAST)),
        list: builder.add_u64_field(column::LIST, FAST),
        title_words: builder.add_text_field("title_words", words()),
        title_chars: builder.add_text_field("title_chars", chars()),
        body_words: builder.add_text_field("body_words", words()),
        division: builder.add_text_field("division", STRING),
        county: builder.add_u64_field(column::COUNTY, FAST),
        street: builder.add_u64_field(column::STREET, FAST),
        pay: builder.add_i64_field(column::PAY, INDEXED | FAST),
        shift: builder.add_u64_field(column::SHIFT, INDEXED | FAST),
        housing: builder.add_u64_field("housing", INDEXED),
        preference: builder.add_u64_field("veteran_preference", INDEXED),
        published: builder.add_i64_field(column::PUBLISHED, FAST),
        valid_until: builder.add_i64_field("valid_until_day", INDEXED | FAST),
        duplicates: builder.add_u64_field(column::DUPLICATES, FAST),
        place_refused: builder.add_text_field("place_refused", STRING),
        licence: builder.add_text_field("licence", STRING),
        certificate: builder.add_text_field("certificate", STRING),
        certificates_known: builder.add_u64_field("certificates_known", INDEXED),
    };
    (builder.build(), fields)
}

/// The unique key of a document.
pub(crate) fn key(kind: &str, id: &str) -> String {
    format!("{kind}:{id}")
}
