-- SPDX-License-Identifier: Apache-2.0
-- What became of each line of an import, kept as long as the answers of other creating requests: a line is taken once,
-- however often its import is sent again.
CREATE TABLE import_line (
    party      text        NOT NULL,
    unit       text        NOT NULL, -- empty where the sender has none
    key        text        NOT NULL,
    line       bigint      NOT NULL,
    digest     bytea       NOT NULL,
    status     smallint    NOT NULL,
    report_id  uuid,
    problem    jsonb,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (party, unit, key, line)
);
CREATE INDEX import_line_created_at ON import_line (created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON import_line TO "${app_user}";
