-- Everything that was ever done, in the order in which it was done. Nothing is changed or removed.
CREATE TABLE change (
    number   BIGINT  PRIMARY KEY,
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
);

CREATE FUNCTION change_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a kept change is never changed or removed';
END;
$$;

CREATE TRIGGER change_stays BEFORE UPDATE OR DELETE OR TRUNCATE ON change
    FOR EACH STATEMENT EXECUTE FUNCTION change_stays();
