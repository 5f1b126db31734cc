-- SPDX-License-Identifier: Apache-2.0
-- An event that at least one endpoint is told, once, as the bytes that every attempt sends.
CREATE TABLE event (
    id             uuid        PRIMARY KEY,
    type           text        NOT NULL,
    subject        text        NOT NULL,
    correlation_id text        NOT NULL,
    body           bytea       NOT NULL,
    taken_at       timestamptz NOT NULL
);

-- One event on its way to one endpoint.
CREATE TABLE delivery (
    id          uuid        PRIMARY KEY,
    endpoint_id uuid        NOT NULL REFERENCES endpoint,
    party       text        NOT NULL,
    event_id    uuid        NOT NULL REFERENCES event,
    event_type  text        NOT NULL,
    subject     text        NOT NULL,
    sequence    bigint      NOT NULL,
    status      text        NOT NULL CHECK (status IN ('PENDING', 'SUCCEEDED', 'ABANDONED', 'CANCELLED')),
    attempts    integer     NOT NULL DEFAULT 0,
    last_error  text,
    serve_by    timestamptz,
    failing_at  timestamptz,
    created_at  timestamptz NOT NULL,
    finished_at timestamptz,
    UNIQUE (endpoint_id, event_id)
);

CREATE INDEX delivery_of_lane ON delivery (endpoint_id, subject, sequence, id) WHERE status = 'PENDING';
CREATE INDEX delivery_failing ON delivery (failing_at) WHERE failing_at IS NOT NULL;
CREATE INDEX delivery_of_endpoint ON delivery (endpoint_id, id);

-- A lane exists while anything of one subject waits for one endpoint. The lane is what is due and what is leased,
-- so only its head can be claimed, and the cost of a claim does not grow with what waits behind the heads.
-- While leased, due_at is the end of the lease: a dead dispatcher's lane falls due again by itself.
CREATE TABLE lane (
    endpoint_id uuid        NOT NULL,
    subject     text        NOT NULL,
    priority    smallint    NOT NULL,
    due_at      timestamptz NOT NULL,
    lease       uuid,
    PRIMARY KEY (endpoint_id, subject)
);

CREATE INDEX lane_due ON lane (endpoint_id, priority, due_at);
CREATE INDEX lane_leased ON lane (endpoint_id) WHERE lease IS NOT NULL;

-- One try, for the endpoint's owner to look up. The log only grows.
CREATE TABLE attempt (
    id               uuid        PRIMARY KEY,
    delivery_id      uuid        NOT NULL REFERENCES delivery,
    endpoint_id      uuid        NOT NULL,
    number           integer     NOT NULL,
    started_at       timestamptz NOT NULL,
    duration_ms      integer     NOT NULL,
    status           text        NOT NULL CHECK (status IN ('SUCCEEDED', 'FAILED')),
    http_status      integer,
    error            text,
    response_excerpt text,
    UNIQUE (delivery_id, number)
);

CREATE INDEX attempt_of_endpoint ON attempt (endpoint_id, id);

-- The sequence of the delivery events of each subject, counted under its row lock.
CREATE TABLE delivery_sequence (
    subject text   PRIMARY KEY,
    last    bigint NOT NULL
);

REVOKE UPDATE, DELETE, TRUNCATE ON event, attempt FROM ${app_user};
