-- What is looked up has a column; the whole record is the JSON in data. INTEGER 0 and 1 are no and yes.
ALTER TABLE conversations ADD COLUMN person TEXT;
ALTER TABLE conversations ADD COLUMN quiet_until BIGINT;
ALTER TABLE conversations ADD COLUMN ended_at BIGINT;
CREATE INDEX conversations_person ON conversations (person);

-- The last number given, so that none is ever given twice.
CREATE TABLE numbers (
    name TEXT   NOT NULL PRIMARY KEY,
    last BIGINT NOT NULL
);
INSERT INTO numbers (name, last) VALUES ('rule', 0), ('incident', 0), ('post', 0);

CREATE TABLE rules (
    number       INTEGER NOT NULL PRIMARY KEY,
    conversation TEXT    NOT NULL,
    vdn          INTEGER NOT NULL,
    data         TEXT    NOT NULL
);
CREATE INDEX rules_conversation ON rules (conversation);
CREATE INDEX rules_vdn ON rules (vdn);

CREATE TABLE incidents (
    number        INTEGER NOT NULL PRIMARY KEY,
    key           TEXT    NOT NULL,
    conversation  TEXT    NOT NULL,
    vdn           INTEGER NOT NULL,
    open          INTEGER NOT NULL,
    version       INTEGER NOT NULL,
    state_version INTEGER NOT NULL,
    ended_at      BIGINT,
    last_line     INTEGER NOT NULL,
    data          TEXT    NOT NULL
);
CREATE UNIQUE INDEX incidents_open ON incidents (key) WHERE open = 1;
CREATE INDEX incidents_conversation ON incidents (conversation, open);
CREATE INDEX incidents_vdn ON incidents (vdn, open, ended_at);
CREATE INDEX incidents_ended ON incidents (ended_at);

-- A line with decided = 0 only tells figures.
CREATE TABLE history (
    incident INTEGER NOT NULL,
    line     INTEGER NOT NULL,
    decided  INTEGER NOT NULL,
    data     TEXT    NOT NULL,
    PRIMARY KEY (incident, line)
);

-- A post with live = 1 is to be sent, or stands in the chat and is to be edited.
CREATE TABLE posts (
    id            BIGINT  NOT NULL PRIMARY KEY,
    conversation  TEXT    NOT NULL,
    kind          TEXT    NOT NULL,
    status        TEXT    NOT NULL,
    made_at       BIGINT  NOT NULL,
    due_at        BIGINT,
    sent_at       BIGINT,
    message_id    TEXT,
    shows_version INTEGER NOT NULL,
    live          INTEGER NOT NULL,
    data          TEXT    NOT NULL
);
CREATE INDEX posts_live ON posts (conversation) WHERE live = 1;
CREATE INDEX posts_sent ON posts (conversation, sent_at);
CREATE INDEX posts_made ON posts (made_at);

CREATE TABLE post_incidents (
    post     BIGINT  NOT NULL,
    incident INTEGER NOT NULL,
    PRIMARY KEY (post, incident)
);
CREATE INDEX post_incidents_incident ON post_incidents (incident);
