-- Everything that was ever done, in the order in which it was done. Nothing is changed or removed.
CREATE TABLE change (
    number   INTEGER PRIMARY KEY,
    at       TEXT    NOT NULL,
    who      TEXT    NOT NULL,
    why      TEXT    NOT NULL,
    cites    TEXT    NOT NULL,
    book     TEXT    NOT NULL,
    subject  TEXT    NOT NULL,
    version  INTEGER NOT NULL,
    kind     TEXT    NOT NULL,
    content  TEXT    NOT NULL,
    previous TEXT    NOT NULL,
    hash     TEXT    NOT NULL,
    UNIQUE (book, subject, version)
) STRICT;

CREATE TRIGGER change_stays BEFORE UPDATE ON change
BEGIN
    SELECT RAISE(ABORT, 'a kept change is never changed');
END;

CREATE TRIGGER change_is_not_removed BEFORE DELETE ON change
BEGIN
    SELECT RAISE(ABORT, 'a kept change is never removed');
END;
