CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name_sealed BLOB NOT NULL,
    mobile_sealed BLOB,
    mobile_blind BLOB,
    email_sealed BLOB,
    email_blind BLOB,
    password_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Counted up whenever tokens given before must die: password change, role change, disabling.
    epoch INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    -- An account without either could never sign in.
    CHECK (mobile_blind IS NOT NULL OR email_blind IS NOT NULL),
    CONSTRAINT accounts_mobile_blind_key UNIQUE (mobile_blind),
    CONSTRAINT accounts_email_blind_key UNIQUE (email_blind)
) STRICT;

-- Who holds which role, over what. Representatives of an enterprise are grants too.
CREATE TABLE grants (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    organisation_id TEXT,
    district TEXT,
    state TEXT NOT NULL,
    asked_at TEXT NOT NULL,
    asked_by TEXT NOT NULL,
    decided_at TEXT,
    decided_by TEXT
) STRICT;
CREATE INDEX grants_account ON grants (account_id, state);
CREATE INDEX grants_organisation ON grants (organisation_id, state);
CREATE INDEX grants_state ON grants (state, role);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    epoch INTEGER NOT NULL,
    refresh_hash BLOB NOT NULL,
    -- The one before: sent again when an answer was lost. Older ones mean theft.
    refresh_hash_previous BLOB,
    created_at TEXT NOT NULL,
    refreshed_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    closed_at TEXT,
    closed_why TEXT
) STRICT;
CREATE INDEX sessions_account ON sessions (account_id);

CREATE TABLE api_tokens (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    token_hash BLOB NOT NULL,
    epoch INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    expires_at TEXT NOT NULL,
    revoked_at TEXT,
    CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash)
) STRICT;
CREATE INDEX api_tokens_account ON api_tokens (account_id);

-- Counted here and not in memory, so that a restart does not give an attacker a new start.
CREATE TABLE attempts (
    bucket BLOB NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    window_began_at TEXT NOT NULL,
    blocked_until TEXT,
    blocks INTEGER NOT NULL
) STRICT;
