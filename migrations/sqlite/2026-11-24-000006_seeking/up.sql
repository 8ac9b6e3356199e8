-- What a seeker thinks of a position: kept for later, or not for them and why. One or the other.
CREATE TABLE position_marks (
    account_id TEXT NOT NULL REFERENCES accounts (id),
    position_id TEXT NOT NULL REFERENCES positions (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    reason TEXT,
    marked_at TEXT NOT NULL,
    PRIMARY KEY (account_id, position_id),
    -- Only what is not for them has a reason.
    CHECK ((kind = 'dismissed') = (reason IS NOT NULL))
) STRICT;
CREATE INDEX position_marks_kind ON position_marks (account_id, kind, marked_at);

-- A search somebody wants to make again: its parameters, as the address has them.
CREATE TABLE saved_searches (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    created_at TEXT NOT NULL,
    CONSTRAINT saved_searches_name_key UNIQUE (account_id, name)
) STRICT;
