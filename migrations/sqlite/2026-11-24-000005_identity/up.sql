-- An ID number is unique among those an officer has seen it for. What an account typed in is a claim: it
-- must not keep the number's owner out, and a refusal would tell whether the number is registered.
-- SQLite cannot drop a constraint, so both tables are made anew; consents go first, because they refer
-- to people.
CREATE TABLE people_new (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT REFERENCES accounts (id),
    kind TEXT NOT NULL,
    -- The service member a spouse belongs to, when that person is known here.
    service_member_id TEXT REFERENCES people_new (id),
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
    CONSTRAINT people_account_id_key UNIQUE (account_id)
) STRICT;
INSERT INTO people_new SELECT * FROM people;
CREATE TABLE consents_new (
    id TEXT NOT NULL PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES people_new (id),
    purpose TEXT NOT NULL,
    text_version TEXT NOT NULL,
    given_at TEXT NOT NULL,
    given_by TEXT,
    withdrawn_at TEXT
) STRICT;
INSERT INTO consents_new SELECT * FROM consents;
DROP TABLE consents;
DROP TABLE people;
ALTER TABLE people_new RENAME TO people;
ALTER TABLE consents_new RENAME TO consents;
CREATE INDEX people_division ON people (division, verification);
CREATE INDEX people_name ON people (name_blind);
CREATE INDEX people_mobile ON people (mobile_blind);
CREATE INDEX people_import ON people (import_id);
CREATE UNIQUE INDEX people_id_number_blind_key ON people (id_number_blind) WHERE verification = 'verified';
CREATE INDEX people_id_number ON people (id_number_blind);
CREATE INDEX people_service_member ON people (service_member_id);
CREATE INDEX consents_person ON consents (person_id, purpose);

-- Codes given out at a counter on a slip of paper, each good for one act: taking over a file that a
-- station entered, setting a new password. Only a keyed hash is kept: ten characters could be guessed
-- from a plain one.
CREATE TABLE one_time_codes (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    -- The person or the account it is for.
    subject TEXT NOT NULL,
    code_mac BLOB NOT NULL,
    -- Absent: whoever runs the installation, at the machine.
    issued_by TEXT,
    issued_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    used_at TEXT,
    CONSTRAINT one_time_codes_code_mac_key UNIQUE (code_mac)
) STRICT;
CREATE INDEX one_time_codes_subject ON one_time_codes (subject, kind);
