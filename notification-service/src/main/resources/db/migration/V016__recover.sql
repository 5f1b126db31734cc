-- SPDX-License-Identifier: Apache-2.0
-- What is queued again for an endpoint, some at a time. Whoever works on one holds its row for the length of one
-- transaction, and its place moves with what was queued: a dead replica's work is undone as a whole and taken over at once.
CREATE TABLE recovery (
    id           uuid        PRIMARY KEY,
    endpoint_id  uuid        NOT NULL REFERENCES endpoint,
    party        text        NOT NULL,
    kind         text        NOT NULL CHECK (kind IN ('RECOVERY', 'REPLAY')),
    status       text        NOT NULL CHECK (status IN ('RUNNING', 'FINISHED', 'ABORTED')),
    since        timestamptz NOT NULL,
    until        timestamptz NOT NULL,
    types        text[]      NOT NULL,
    partner      boolean     NOT NULL,
    place        text[]      NOT NULL,
    examined     bigint      NOT NULL DEFAULT 0,
    queued       bigint      NOT NULL DEFAULT 0,
    requested_at timestamptz NOT NULL,
    ended_at     timestamptz,
    CHECK ((status = 'RUNNING') = (ended_at IS NULL))
);

COMMENT ON COLUMN recovery.types IS 'Patterns; an empty array is all types.';
COMMENT ON COLUMN recovery.partner IS 'Whether its party might know, when it asked, what every partner may.';
COMMENT ON COLUMN recovery.place IS 'How far it has come, as its kind counts.';

CREATE UNIQUE INDEX recovery_running ON recovery (endpoint_id) WHERE status = 'RUNNING';
CREATE INDEX recovery_of_endpoint ON recovery (endpoint_id, id);

GRANT SELECT, INSERT, UPDATE, DELETE ON recovery TO "${app_user}";
