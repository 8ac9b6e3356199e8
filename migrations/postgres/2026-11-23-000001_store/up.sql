-- The journal's number is given by us, not by the database, so that it has no gaps and follows the
-- order of commits.
CREATE TABLE journal (
    seq BIGINT NOT NULL PRIMARY KEY,
    at TIMESTAMP NOT NULL,
    account_id TEXT,
    event TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    mac BYTEA NOT NULL
);
CREATE INDEX journal_subject ON journal (subject, seq);
CREATE INDEX journal_account ON journal (account_id, seq);

CREATE TABLE jobs (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    run_at TIMESTAMP NOT NULL,
    attempts INTEGER NOT NULL,
    lease_until TIMESTAMP,
    last_error TEXT,
    created_at TIMESTAMP NOT NULL
);
CREATE INDEX jobs_due ON jobs (state, run_at);

-- The answer stands in the same transaction as its effect: there is no half-used key.
CREATE TABLE idempotency_keys (
    principal TEXT NOT NULL,
    operation TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash BYTEA NOT NULL,
    answer BYTEA NOT NULL,
    created_at TIMESTAMP NOT NULL,
    PRIMARY KEY (principal, operation, key)
);

-- Facts about this installation: the world it runs, the hash of the bootstrap code.
CREATE TABLE instance (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);

-- Never holds a row: PostgreSQL's writers lock it to take turns. SQLite has one writer anyway; the
-- table stands there too so that both databases have the same tables.
CREATE TABLE write_turn (
    id TEXT NOT NULL PRIMARY KEY
);

CREATE FUNCTION journal_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the journal is append-only';
END $$;
CREATE TRIGGER journal_no_update BEFORE UPDATE OR DELETE OR TRUNCATE ON journal
    FOR EACH STATEMENT EXECUTE FUNCTION journal_append_only();
