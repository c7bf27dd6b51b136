-- Who changed what: a line is written in the transaction of its change. What is looked up has a column.
CREATE TABLE audit (
    id           BIGINT NOT NULL PRIMARY KEY,
    conversation TEXT   NOT NULL,
    done_at      BIGINT NOT NULL,
    data         TEXT   NOT NULL
);
CREATE INDEX audit_conversation ON audit (conversation, id);
CREATE INDEX audit_done ON audit (done_at);
INSERT INTO numbers (name, last) VALUES ('audit', 0);

-- Of a channel: when its team is deleted, it is gone too.
ALTER TABLE conversations ADD COLUMN team TEXT;
CREATE INDEX conversations_team ON conversations (team);

-- Of several processes with one database one watches and tells: whoever holds this.
CREATE TABLE lease (
    name    TEXT   NOT NULL PRIMARY KEY,
    holder  TEXT   NOT NULL,
    held_to BIGINT NOT NULL
);
