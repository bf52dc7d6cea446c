-- Which worker reads an import: another one begins only when that one's heart has stopped.
alter table imports add column reader uuid;
