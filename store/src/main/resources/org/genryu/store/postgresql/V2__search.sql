-- What a change says, folded, cut into runs of three characters: Japanese has no blanks to cut at.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE passage (
    number BIGINT PRIMARY KEY REFERENCES change (number),
    words  TEXT   NOT NULL
);

CREATE INDEX passage_words ON passage USING gin (words gin_trgm_ops);
