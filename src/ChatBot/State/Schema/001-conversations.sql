-- Times are Unix milliseconds in UTC: one type that SQLite and PostgreSQL both have.
CREATE TABLE conversations (
    id          TEXT   NOT NULL PRIMARY KEY,
    vdn         INTEGER,
    skill       INTEGER,
    language    TEXT,
    reference   TEXT,
    welcomed_at BIGINT,
    seen_at     BIGINT
);
