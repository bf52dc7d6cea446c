-- A new table is the app's to change unless that is taken back (0007 grants it for all): what mails were packed against
-- is added to only.
revoke update, delete on content_words from relance_app;
