-- Who may log in: what holds now, and what is secret. What was ever done to an account stands among the changes.
CREATE TABLE account (
    name     TEXT    PRIMARY KEY,
    role     TEXT    NOT NULL,
    locked   INTEGER NOT NULL,
    password TEXT    NOT NULL,
    subject  TEXT    NOT NULL
);

CREATE UNIQUE INDEX account_subject ON account (subject) WHERE subject <> '';

-- Who is logged in. A key is the hash of what the browser holds; moments are in seconds since 1970.
CREATE TABLE session (
    key     TEXT    PRIMARY KEY,
    account TEXT    NOT NULL REFERENCES account (name),
    begun   BIGINT  NOT NULL,
    seen    BIGINT  NOT NULL,
    device  TEXT    NOT NULL
);

CREATE INDEX session_account ON session (account);
