-- Weights of the parts of a match that somebody proposed for this installation, and perhaps accepted; from 1001. Those
-- of the build stand in search-index/dictionaries/weights.tsv with versions below, so that a version names one set; one
-- of them stands here only where somebody went back to it.
CREATE TABLE weight_sets (
    version INTEGER NOT NULL PRIMARY KEY CHECK (version > 0),
    -- Points of 100 by part, as JSON.
    shares TEXT NOT NULL,
    based_on INTEGER NOT NULL,
    -- How much it was learnt from, as JSON: counts, never who.
    evidence TEXT NOT NULL,
    state TEXT NOT NULL,
    proposed_at TIMESTAMP NOT NULL,
    proposed_by TEXT NOT NULL REFERENCES accounts (id),
    decided_at TIMESTAMP,
    decided_by TEXT REFERENCES accounts (id),
    -- Nothing is accepted by nobody.
    CHECK ((state = 'accepted') = (decided_at IS NOT NULL)),
    CHECK ((decided_at IS NULL) = (decided_by IS NULL))
);

-- What somebody did with a position that was shown to them with its match, and how its parts were judged then. The
-- day, not the moment; no text. It goes with the person, with their consent to be matched, and after 400 days.
CREATE TABLE match_events (
    person_id TEXT NOT NULL REFERENCES people (id) ON DELETE CASCADE,
    position_id TEXT NOT NULL REFERENCES positions (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    on_day DATE NOT NULL,
    reason TEXT,
    -- Place in the list, from 1, of what was shown in one.
    place INTEGER,
    weights_version INTEGER NOT NULL,
    -- Known and reached thousandths by part, as JSON.
    judged TEXT NOT NULL,
    -- Seen twice on a day is seen.
    PRIMARY KEY (person_id, position_id, kind, on_day),
    CHECK ((kind = 'dismissed') = (reason IS NOT NULL))
);
CREATE INDEX match_events_day ON match_events (on_day, person_id);
