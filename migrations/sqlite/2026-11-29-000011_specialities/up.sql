-- What a city changed of the military map: one row for each family as somebody proposed it, and what became
-- of the proposal. Rows are never deleted, so that the version before can be read and put back. The built-in
-- map is no row: where a family has none in force, the built-in one holds.
CREATE TABLE speciality_changes (
    id TEXT NOT NULL PRIMARY KEY,
    -- The family's code: that of the built-in map, or one of our own that no other city gives out.
    code TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    -- The whole family as JSON, not the difference: it stays readable when the built-in one changes.
    content TEXT NOT NULL,
    -- Whom or what the change rests on.
    source TEXT NOT NULL,
    written_by TEXT NOT NULL REFERENCES accounts (id),
    written_at TEXT NOT NULL,
    decided_by TEXT REFERENCES accounts (id),
    decided_at TEXT,
    note TEXT,
    -- Counts what has been in force of this family, from 1.
    number INTEGER,
    ended_by TEXT REFERENCES accounts (id),
    ended_at TEXT,
    -- Four eyes: who wrote a change does not accept it.
    CHECK (decided_by IS NULL OR decided_by <> written_by)
) STRICT;
-- One version of a family is in force, and one waits: the last guard behind the rules.
CREATE UNIQUE INDEX speciality_changes_in_force ON speciality_changes (code) WHERE state = 'in_force';
CREATE UNIQUE INDEX speciality_changes_waiting ON speciality_changes (code) WHERE state = 'waiting';
CREATE INDEX speciality_changes_code ON speciality_changes (code, written_at);
CREATE INDEX speciality_changes_state ON speciality_changes (state, written_at);
