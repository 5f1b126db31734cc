-- SPDX-License-Identifier: Apache-2.0
-- Everything that a public or agency request, a notice and a removal order must carry; what a party adds later; and
-- which item of a party is its one item about some content.
ALTER TABLE report
    ADD unit               text,
    ADD regency            text,
    ADD good_faith         boolean NOT NULL DEFAULT false, -- reports from before it was asked for
    ADD new_facts          text CHECK (length(new_facts) <= 5000),
    ADD instrument         text,
    ADD action             text,
    ADD territorial_scope  text[],
    ADD legal_analysis     text CHECK (length(legal_analysis) <= 10000),
    ADD authority_name     text CHECK (length(authority_name) <= 200),
    ADD authority_file     text CHECK (length(authority_file) <= 100),
    ADD confidential_reason text CHECK (length(confidential_reason) <= 1000),
    ADD confidential_until timestamptz,
    ADD legal_hold         text CHECK (length(legal_hold) <= 1000),
    ADD updated_at         timestamptz,
    ADD changed            xid8 NOT NULL DEFAULT pg_current_xact_id();
UPDATE report SET updated_at = received_at;
ALTER TABLE report ALTER good_faith DROP DEFAULT, ALTER updated_at SET NOT NULL;

-- Lists of what has changed are read in the order of the changing transactions, and only as far as no older transaction
-- is still running: a change that commits late is never skipped.
CREATE FUNCTION report_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.changed := pg_current_xact_id();
    RETURN NEW;
END $$;
CREATE TRIGGER report_changes BEFORE UPDATE ON report FOR EACH ROW EXECUTE FUNCTION report_changes();
CREATE INDEX report_changed ON report (party, changed, id);

CREATE TABLE report_legal_ground (
    report_id  uuid    NOT NULL REFERENCES report,
    number     integer NOT NULL,
    instrument text    NOT NULL CHECK (length(instrument) <= 200),
    article    text    NOT NULL CHECK (length(article) <= 100),
    PRIMARY KEY (report_id, number)
);

ALTER TABLE report_item
    ADD party          text,
    ADD unit           text,
    ADD content_type   text,
    ADD language       text CHECK (length(language) <= 35),
    ADD observed_at    timestamptz,
    ADD author_account text CHECK (length(author_account) <= 300),
    ADD media_sha256   text CHECK (length(media_sha256) = 64),
    ADD standing       boolean NOT NULL DEFAULT true,
    ADD event_sequence bigint  NOT NULL DEFAULT 1;
UPDATE report_item SET party = report.party FROM report WHERE report.id = report_id;
-- Of several items that a party sent before this rule, the first one stands.
UPDATE report_item later SET standing = false
FROM report_item earlier
WHERE earlier.party = later.party AND earlier.content_key = later.content_key AND earlier.id < later.id;
ALTER TABLE report_item ALTER party SET NOT NULL, ALTER standing DROP DEFAULT, ALTER event_sequence DROP DEFAULT;

-- One standing item about one content for each party (and unit): the second report of it is a supplement, however many
-- arrive at once. A withdrawn item stands no longer.
CREATE UNIQUE INDEX report_item_standing ON report_item (party, unit, content_key) NULLS NOT DISTINCT WHERE standing;

-- Items are claimed before it is known whether a report is needed for them.
ALTER TABLE report_item DROP CONSTRAINT report_item_report_id_fkey,
    ADD FOREIGN KEY (report_id) REFERENCES report DEFERRABLE INITIALLY DEFERRED;

-- What a party adds to a report: about one item, or about all of it (item_number is null).
CREATE TABLE supplement (
    id             uuid        PRIMARY KEY,
    report_id      uuid        NOT NULL REFERENCES report,
    item_number    integer,
    reference      text        CHECK (length(reference) <= 100),
    statement      text        NOT NULL CHECK (length(statement) <= 5000),
    new_facts      text        CHECK (length(new_facts) <= 5000),
    urgency_reason text        CHECK (length(urgency_reason) <= 1000),
    refs           jsonb       NOT NULL,
    received_at    timestamptz NOT NULL
);
CREATE INDEX supplement_of_report ON supplement (report_id, id);

-- What has become of a report, step by step; its receipt is the report itself.
CREATE TABLE report_change (
    report_id   uuid        NOT NULL REFERENCES report,
    number      bigint      NOT NULL,
    at          timestamptz NOT NULL,
    kind        text        NOT NULL,
    item_number integer,
    status      text,
    reason      text,
    PRIMARY KEY (report_id, number)
);

-- Who the human reporter is: sealed, apart, never in an event or a log.
CREATE TABLE report_contact (
    report_id  uuid        PRIMARY KEY REFERENCES report,
    sealed     bytea       NOT NULL,
    created_at timestamptz NOT NULL
);

GRANT SELECT, INSERT, UPDATE, DELETE
    ON report_legal_ground, supplement, report_change, report_contact TO "${app_user}";
