-- Where somebody can go and whom they can call: the bureau's centre, and a station in each township,
-- neighbourhood or village. What a station may do is no matter of this table but of its officers' roles.
CREATE TABLE stations (
    id TEXT NOT NULL PRIMARY KEY,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    -- What it serves; what lies below belongs to it unless a nearer station does.
    division TEXT NOT NULL,
    address TEXT NOT NULL,
    phone TEXT NOT NULL,
    hours TEXT NOT NULL,
    created_at TIMESTAMP NOT NULL,
    updated_at TIMESTAMP NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX stations_division ON stations (division);
