-- SPDX-License-Identifier: Apache-2.0
-- Where parties receive webhooks. The secret is sealed; it is forgotten when the endpoint is deleted.
CREATE TABLE endpoint (
    id            uuid        PRIMARY KEY,
    version       integer     NOT NULL,
    party         text        NOT NULL,
    roles         text[]      NOT NULL,
    url           text        NOT NULL,
    event_types   text[]      NOT NULL,
    description   text,
    status        text        NOT NULL CHECK (status IN ('ACTIVE', 'DISABLED', 'DELETED')),
    sealed_secret bytea,
    created_at    timestamptz NOT NULL,
    ended_at      timestamptz,
    CHECK (status = 'DELETED' OR sealed_secret IS NOT NULL)
);

CREATE INDEX endpoint_party ON endpoint (party, id);
CREATE INDEX endpoint_active_party ON endpoint (party) WHERE status = 'ACTIVE';
