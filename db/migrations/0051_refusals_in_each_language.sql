-- What a refused row said, so that the reason is told in the language of whoever reads it. Rows refused before keep the
-- sentence they have.
alter table import_refusals add column value text;
