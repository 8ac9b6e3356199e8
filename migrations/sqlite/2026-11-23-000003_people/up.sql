-- A job-seeker: a veteran, or a military spouse. Identity is sealed; the profile holds what a match
-- may read and no name, number or unit.
CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES accounts (id),
    kind TEXT NOT NULL,
    -- The service member a spouse belongs to, when that person is known here.
    service_member_id TEXT REFERENCES people (id),
    name_sealed BLOB NOT NULL,
    -- The whole name, for a station that looks somebody up; no part of it can be searched.
    name_blind BLOB NOT NULL,
    id_number_sealed BLOB,
    id_number_blind BLOB,
    mobile_sealed BLOB,
    -- Not unique: a couple may share a number.
    mobile_blind BLOB,
    division TEXT NOT NULL,
    verification TEXT NOT NULL,
    verified_at TEXT,
    verified_by TEXT,
    verified_what TEXT,
    visible INTEGER NOT NULL,
    profile TEXT NOT NULL,
    import_id TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CONSTRAINT people_account_id_key UNIQUE (account_id),
    -- One person, one file, whichever station enters it.
    CONSTRAINT people_id_number_blind_key UNIQUE (id_number_blind)
) STRICT;
CREATE INDEX people_division ON people (division, verification);
CREATE INDEX people_name ON people (name_blind);
CREATE INDEX people_mobile ON people (mobile_blind);
CREATE INDEX people_import ON people (import_id);

-- One row per act of consent; withdrawal closes it, a new consent is a new row.
CREATE TABLE consents (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people (id),
    purpose TEXT NOT NULL,
    text_version TEXT NOT NULL,
    given_at TEXT NOT NULL,
    given_by TEXT,
    withdrawn_at TEXT
) STRICT;
CREATE INDEX consents_person ON consents (person_id, purpose);
