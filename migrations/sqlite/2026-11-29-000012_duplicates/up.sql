-- Positions that an enterprise posts several times (重复岗位).

-- 64 bits of the title and the description by which near ones are found. NULL: written before there were any; such
-- a position is compared by its text.
ALTER TABLE positions ADD COLUMN fingerprint INTEGER;
-- Positions with the same value are shown as one. An id of its own and of no table: a group outlives each of its
-- members. NULL: stands alone.
ALTER TABLE positions ADD COLUMN duplicate_group TEXT;
CREATE INDEX positions_duplicate_group ON positions (duplicate_group) WHERE duplicate_group IS NOT NULL;
