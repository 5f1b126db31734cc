-- SPDX-License-Identifier: Apache-2.0
-- A scripted series of requests against one endpoint. due_at is when the next step is to be played, or when the claim of
-- whoever plays it ends. Steps stand there from the beginning, with the ids that they are sent under.
CREATE TABLE rehearsal (
    id          uuid        PRIMARY KEY,
    endpoint_id uuid        NOT NULL REFERENCES endpoint,
    party       text        NOT NULL,
    status      text        NOT NULL CHECK (status IN ('RUNNING', 'FINISHED', 'ABORTED')),
    next_step   integer     NOT NULL,
    started_at  timestamptz NOT NULL,
    due_at      timestamptz,
    ended_at    timestamptz,
    CHECK ((status = 'RUNNING') = (due_at IS NOT NULL)),
    CHECK ((status = 'RUNNING') = (ended_at IS NULL))
);

CREATE UNIQUE INDEX rehearsal_running ON rehearsal (endpoint_id) WHERE status = 'RUNNING';
CREATE INDEX rehearsal_of_endpoint ON rehearsal (endpoint_id, id);
CREATE INDEX rehearsal_due ON rehearsal (due_at) WHERE due_at IS NOT NULL;

CREATE TABLE rehearsal_step (
    rehearsal_id     uuid        NOT NULL REFERENCES rehearsal ON DELETE CASCADE,
    number           integer     NOT NULL,
    kind             text        NOT NULL,
    event_id         uuid        NOT NULL,
    order_id         uuid        NOT NULL,
    sent_at          timestamptz,
    duration_ms      integer,
    http_status      integer,
    error            text,
    response_excerpt text,
    PRIMARY KEY (rehearsal_id, number)
);

GRANT SELECT, INSERT, UPDATE, DELETE ON rehearsal, rehearsal_step TO "${app_user}";
