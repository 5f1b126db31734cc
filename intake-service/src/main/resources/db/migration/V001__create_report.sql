-- SPDX-License-Identifier: Apache-2.0
-- A report, its items and its references. Ids are UUIDv7: in the order of receipt, so that they also page the lists.
CREATE TABLE report (
    id                   uuid        PRIMARY KEY,
    party                text        NOT NULL,
    reference            text        CHECK (length(reference) <= 100),
    category             text        NOT NULL,
    statement_of_reasons text        NOT NULL CHECK (length(statement_of_reasons) <= 5000),
    region               text,
    election             boolean     NOT NULL,
    urgency_reason       text        CHECK (length(urgency_reason) <= 1000),
    flags                text[]      NOT NULL,
    status               text        NOT NULL,
    status_version       bigint      NOT NULL,
    received_at          timestamptz NOT NULL,
    version              integer     NOT NULL
);

CREATE INDEX report_of_party ON report (party, id DESC);

CREATE TABLE report_item (
    id           uuid        PRIMARY KEY,
    report_id    uuid        NOT NULL REFERENCES report,
    number       integer     NOT NULL CHECK (number BETWEEN 1 AND 50),
    url          text        CHECK (length(url) <= 4096),
    text         text        CHECK (length(text) <= 10000),
    live_stream  boolean     NOT NULL,
    content_key  text        NOT NULL,
    platform     text        NOT NULL,
    kind         text        NOT NULL,
    rule_version integer     NOT NULL,
    status       text        NOT NULL,
    reason       text,
    link_version bigint      NOT NULL,
    updated_at   timestamptz NOT NULL,
    UNIQUE (report_id, number),
    CHECK ((url IS NULL) <> (text IS NULL))
);

CREATE TABLE report_reference (
    report_id uuid    NOT NULL REFERENCES report,
    number    integer NOT NULL,
    url       text    NOT NULL CHECK (length(url) <= 4096),
    kind      text    NOT NULL,
    note      text    CHECK (length(note) <= 1000),
    PRIMARY KEY (report_id, number)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON report, report_item, report_reference TO "${app_user}";
