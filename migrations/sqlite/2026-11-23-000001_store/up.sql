-- The journal's number is given by us, not by the database, so that it has no gaps and follows the
-- order of commits.
CREATE TABLE journal (
    seq INTEGER NOT NULL PRIMARY KEY,
    at TEXT NOT NULL,
    account_id TEXT,
    event TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    mac BLOB NOT NULL
) STRICT;
CREATE INDEX journal_subject ON journal (subject, seq);
CREATE INDEX journal_account ON journal (account_id, seq);

CREATE TABLE jobs (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    payload TEXT NOT NULL,
    state TEXT NOT NULL,
    run_at TEXT NOT NULL,
    attempts INTEGER NOT NULL,
    lease_until TEXT,
    last_error TEXT,
    created_at TEXT NOT NULL
) STRICT;
CREATE INDEX jobs_due ON jobs (state, run_at);

-- The answer stands in the same transaction as its effect: there is no half-used key.
CREATE TABLE idempotency_keys (
    principal TEXT NOT NULL,
    operation TEXT NOT NULL,
    key TEXT NOT NULL,
    request_hash BLOB NOT NULL,
    answer BLOB NOT NULL,
    created_at TEXT NOT NULL,
    PRIMARY KEY (principal, operation, key)
) STRICT;

-- Facts about this installation: the world it runs, the hash of the bootstrap code.
CREATE TABLE instance (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;

-- Never holds a row: PostgreSQL's writers lock it to take turns. SQLite has one writer anyway; the
-- table stands there too so that both databases have the same tables.
CREATE TABLE write_turn (
    id TEXT NOT NULL PRIMARY KEY
) STRICT;

CREATE TRIGGER journal_no_update BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
