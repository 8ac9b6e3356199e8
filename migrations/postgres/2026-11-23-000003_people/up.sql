-- A job-seeker: a veteran, or a military spouse. Identity is sealed; the profile holds what a match
-- may read and no name, number or unit.
CREATE TABLE people (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES accounts (id),
    kind TEXT NOT NULL,
    -- The service member a spouse belongs to, when that person is known here.
    service_member_id TEXT REFERENCES people (id),
    name_sealed BYTEA NOT NULL,
    -- The whole name, for a station that looks somebody up; no part of it can be searched.
    name_blind BYTEA NOT NULL,
    id_number_sealed BYTEA,
    id_number_blind BYTEA,
    mobile_sealed BYTEA,
    -- Not unique: a couple may share a number.
    mobile_blind BYTEA,
    division TEXT NOT NULL,
    verification TEXT NOT NULL,
    verified_at TIMESTAMP,
    verified_by TEXT,
    verified_what TEXT,
    visible BOOLEAN NOT NULL,
    profile TEXT NOT NULL,
    import_id TEXT,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT people_account_id_key UNIQUE (account_id),
    -- One person, one file, whichever station enters it.
    CONSTRAINT people_id_number_blind_key UNIQUE (id_number_blind)
);
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
    given_at TIMESTAMP NOT NULL,
    given_by TEXT,
    withdrawn_at TIMESTAMP
);
CREATE INDEX consents_person ON consents (person_id, purpose);
