-- An ID number is unique among those an officer has seen it for. What an account typed in is a claim: it
-- must not keep the number's owner out, and a refusal would tell whether the number is registered.
ALTER TABLE people DROP CONSTRAINT people_id_number_blind_key;
CREATE UNIQUE INDEX people_id_number_blind_key ON people (id_number_blind) WHERE verification = 'verified';
CREATE INDEX people_id_number ON people (id_number_blind);
CREATE INDEX people_service_member ON people (service_member_id);

-- Codes given out at a counter on a slip of paper, each good for one act: taking over a file that a
-- station entered, setting a new password. Only a keyed hash is kept: ten characters could be guessed
-- from a plain one.
CREATE TABLE one_time_codes (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    -- The person or the account it is for.
    subject TEXT NOT NULL,
    code_mac BYTEA NOT NULL,
    -- Absent: whoever runs the installation, at the machine.
    issued_by TEXT,
    issued_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    used_at TIMESTAMP,
    CONSTRAINT one_time_codes_code_mac_key UNIQUE (code_mac)
);
CREATE INDEX one_time_codes_subject ON one_time_codes (subject, kind);
