-- What a scoring will change is written once and read once: it is not worth a log. A crash of the database empties
-- it, and the scoring is then prepared anew: `staged` says how many there were.
alter table score_staging set unlogged;
alter table score_builds add column staged integer;
-- How far its changes have been written, by contact: what was staged stays until the end.
alter table score_builds add column applied_to uuid;
alter table score_staging add column seen_live_build uuid;

-- A score is written by whoever reads the customer's orders, which hang on the contact; contacts are never deleted. To
-- check it again locked and rewrote each contact, and was half of a scoring.
alter table contact_scores drop constraint contact_scores_workspace_id_contact_id_fkey;
alter table score_history drop constraint score_history_workspace_id_contact_id_fkey;
