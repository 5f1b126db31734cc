-- SPDX-License-Identifier: Apache-2.0
-- A URL is told nothing before it has shown that it is its owner's. A new one of an endpoint that is told already waits
-- beside the old one. The last challenge of each endpoint; due_at is when it is tried next, or when the claim of whoever
-- tries it ends.
ALTER TABLE endpoint ADD COLUMN pending_url text;

CREATE TABLE endpoint_challenge (
    endpoint_id      uuid        PRIMARY KEY REFERENCES endpoint,
    id               uuid        NOT NULL,
    url              text        NOT NULL,
    challenge        text        NOT NULL,
    status           text        NOT NULL CHECK (status IN ('PENDING', 'PASSED', 'FAILED')),
    attempts         integer     NOT NULL DEFAULT 0,
    requested_at     timestamptz NOT NULL,
    due_at           timestamptz,
    last_tried_at    timestamptz,
    last_http_status integer,
    last_error       text,
    CHECK ((status = 'PENDING') = (due_at IS NOT NULL))
);

CREATE INDEX endpoint_challenge_due ON endpoint_challenge (due_at) WHERE due_at IS NOT NULL;
