-- A way to look at one of the lists that somebody wants again: its filters, as the address has them. Words that were
-- searched are never among them, since they may be a person's name.
CREATE TABLE saved_views (
    id TEXT NOT NULL PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES accounts (id),
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    query TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    CONSTRAINT saved_views_name_key UNIQUE (account_id, list, name)
);
