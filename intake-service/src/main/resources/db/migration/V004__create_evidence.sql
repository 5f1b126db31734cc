-- SPDX-License-Identifier: Apache-2.0
-- Evidence: bodies as they came in chunks, what is known of each by its digest, who refers to it, and to whom it is shown.
-- A body that no blob claims was broken off, refused or sent twice; it is swept after a while.
CREATE TABLE evidence_upload (
    id         uuid        PRIMARY KEY,
    started_at timestamptz NOT NULL
);

CREATE INDEX evidence_upload_started_at ON evidence_upload (started_at);

CREATE TABLE evidence_chunk (
    upload_id uuid    NOT NULL REFERENCES evidence_upload ON DELETE CASCADE,
    number    integer NOT NULL,
    bytes     bytea   NOT NULL,
    PRIMARY KEY (upload_id, number)
);

-- Media is compressed already: trying again would only cost time.
ALTER TABLE evidence_chunk ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE evidence_blob (
    sha256     bytea       PRIMARY KEY CHECK (length(sha256) = 32),
    upload_id  uuid        NOT NULL UNIQUE REFERENCES evidence_upload,
    size       bigint      NOT NULL CHECK (size > 0),
    media_type text        NOT NULL,
    stored_at  timestamptz NOT NULL
);

CREATE TABLE evidence (
    report_id uuid        NOT NULL REFERENCES report,
    sha256    bytea       NOT NULL REFERENCES evidence_blob,
    party     text        NOT NULL,
    unit      text,
    added_at  timestamptz NOT NULL,
    PRIMARY KEY (report_id, sha256)
);

CREATE INDEX evidence_of_blob ON evidence (sha256);

CREATE TABLE evidence_grant (
    id         uuid        PRIMARY KEY,
    report_id  uuid        NOT NULL,
    sha256     bytea       NOT NULL,
    order_id   uuid        NOT NULL,
    platform   text        NOT NULL,
    granted_by text        NOT NULL,
    granted_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    revoked_by text,
    revoked_at timestamptz,
    CHECK ((revoked_by IS NULL) = (revoked_at IS NULL)),
    FOREIGN KEY (report_id, sha256) REFERENCES evidence ON DELETE CASCADE
);

CREATE INDEX evidence_grant_of_evidence ON evidence_grant (report_id, sha256);

GRANT SELECT, INSERT, UPDATE, DELETE ON evidence_upload, evidence_chunk, evidence_blob, evidence, evidence_grant
    TO "${app_user}";
