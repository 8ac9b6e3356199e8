-- Enterprises, and the associations whose members they are.
CREATE TABLE organisations (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    -- Absent only with a reason: before 2015 a small business could have none.
    credit_code TEXT,
    no_credit_code_reason TEXT,
    division TEXT NOT NULL,
    address TEXT,
    industry TEXT,
    description TEXT NOT NULL,
    verification TEXT NOT NULL,
    verified_at TEXT,
    verified_by TEXT,
    verified_what TEXT,
    import_id TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK (credit_code IS NOT NULL OR no_credit_code_reason IS NOT NULL),
    CONSTRAINT organisations_credit_code_key UNIQUE (credit_code)
) STRICT;
CREATE INDEX organisations_division ON organisations (division, verification);
CREATE INDEX organisations_name ON organisations (name);
CREATE INDEX organisations_import ON organisations (import_id);

CREATE TABLE memberships (
    id TEXT NOT NULL PRIMARY KEY,
    association_id TEXT NOT NULL REFERENCES organisations (id),
    enterprise_id TEXT NOT NULL REFERENCES organisations (id),
    since TEXT NOT NULL,
    until TEXT
) STRICT;
CREATE INDEX memberships_association ON memberships (association_id);
CREATE INDEX memberships_enterprise ON memberships (enterprise_id);

CREATE TABLE positions (
    id TEXT NOT NULL PRIMARY KEY,
    enterprise_id TEXT NOT NULL REFERENCES organisations (id),
    state TEXT NOT NULL,
    closed_why TEXT,
    title TEXT NOT NULL,
    occupation TEXT,
    headcount INTEGER NOT NULL,
    hired INTEGER NOT NULL,
    pay_min INTEGER,
    pay_max INTEGER,
    pay_unit TEXT,
    pay_months INTEGER,
    -- The same pay per month, so that positions can be compared and filtered.
    pay_month_min INTEGER,
    pay_month_max INTEGER,
    division TEXT NOT NULL,
    address TEXT,
    degree_min TEXT,
    experience_years_min INTEGER,
    shift TEXT,
    housing INTEGER,
    veteran_preference INTEGER NOT NULL,
    requirements TEXT NOT NULL,
    description TEXT NOT NULL,
    contact_sealed BLOB,
    valid_until TEXT NOT NULL,
    -- Unlawful conditions found in an imported position; an enterprise cannot publish with any.
    findings TEXT NOT NULL,
    import_id TEXT,
    source_id TEXT,
    published_at TEXT,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    version INTEGER NOT NULL,
    CHECK (headcount >= 1),
    -- The last guard against hiring more people than there are places.
    CHECK (hired >= 0 AND hired <= headcount),
    CHECK (pay_min IS NULL OR (pay_min >= 0 AND pay_max >= pay_min))
) STRICT;
CREATE INDEX positions_enterprise ON positions (enterprise_id, state);
CREATE INDEX positions_state ON positions (state, valid_until);
CREATE INDEX positions_import ON positions (import_id);

-- What an import brought, so that it can be undone for a day.
CREATE TABLE imports (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    file_name TEXT NOT NULL,
    account_id TEXT,
    accepted INTEGER NOT NULL,
    refused INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    undone_at TEXT
) STRICT;
CREATE INDEX imports_created ON imports (created_at);
