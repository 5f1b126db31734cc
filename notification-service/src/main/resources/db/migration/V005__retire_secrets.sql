-- SPDX-License-Identifier: Apache-2.0
-- Secrets that were replaced and still sign along, so that a receiver can take up the new one in its own time.
CREATE TABLE retiring_secret (
    id            uuid        PRIMARY KEY,
    endpoint_id   uuid        NOT NULL REFERENCES endpoint,
    sealed_secret bytea       NOT NULL,
    retires_at    timestamptz NOT NULL
);

CREATE INDEX retiring_secret_of_endpoint ON retiring_secret (endpoint_id, id);
