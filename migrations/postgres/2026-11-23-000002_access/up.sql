CREATE TABLE accounts (
    id TEXT NOT NULL PRIMARY KEY,
    name_sealed BYTEA NOT NULL,
    mobile_sealed BYTEA,
    mobile_blind BYTEA,
    email_sealed BYTEA,
    email_blind BYTEA,
    password_hash TEXT NOT NULL,
    state TEXT NOT NULL,
    -- Counted up whenever tokens given before must die: password change, role change, disabling.
    epoch BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    -- An account without either could never sign in.
    CHECK (mobile_blind IS NOT NULL OR email_blind IS NOT NULL),
    CONSTRAINT accounts_mobile_blind_key UNIQUE (mobile_blind),
    CONSTRAINT accounts_email_blind_key UNIQUE (email_blind)
);

-- Who holds which role, over what. Representatives of an enterprise are grants too.
CREATE TABLE grants (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    role TEXT NOT NULL,
    organisation_id TEXT,
    district TEXT,
    state TEXT NOT NULL,
    asked_at TIMESTAMP NOT NULL,
    asked_by TEXT NOT NULL,
    decided_at TIMESTAMP,
    decided_by TEXT
);
CREATE INDEX grants_account ON grants (account_id, state);
CREATE INDEX grants_organisation ON grants (organisation_id, state);
CREATE INDEX grants_state ON grants (state, role);

CREATE TABLE sessions (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    epoch BIGINT NOT NULL,
    refresh_hash BYTEA NOT NULL,
    -- The one before: sent again when an answer was lost. Older ones mean theft.
    refresh_hash_previous BYTEA,
    created_at TIMESTAMP NOT NULL,
    refreshed_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    closed_at TIMESTAMP,
    closed_why TEXT
);
CREATE INDEX sessions_account ON sessions (account_id);

CREATE TABLE api_tokens (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    token_hash BYTEA NOT NULL,
    epoch BIGINT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    expires_at TIMESTAMP NOT NULL,
    revoked_at TIMESTAMP,
    CONSTRAINT api_tokens_token_hash_key UNIQUE (token_hash)
);
CREATE INDEX api_tokens_account ON api_tokens (account_id);

-- Counted here and not in memory, so that a restart does not give an attacker a new start.
CREATE TABLE attempts (
    bucket BYTEA NOT NULL PRIMARY KEY,
    count INTEGER NOT NULL,
    window_began_at TIMESTAMP NOT NULL,
    blocked_until TIMESTAMP,
    blocks INTEGER NOT NULL
);
