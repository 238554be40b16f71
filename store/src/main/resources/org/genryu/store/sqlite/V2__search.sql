-- What a change says, folded, cut into runs of three characters: Japanese has no blanks to cut at.
CREATE VIRTUAL TABLE passage USING fts5 (words, tokenize = 'trigram');
