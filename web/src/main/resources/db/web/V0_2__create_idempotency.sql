-- SPDX-License-Identifier: Apache-2.0
-- Answers of creating requests, given again to repeats for 48 hours.
CREATE TABLE idempotency (
    party      text        NOT NULL,
    route      text        NOT NULL,
    key        text        NOT NULL,
    digest     bytea       NOT NULL,
    status     smallint    NOT NULL,
    location   text        NOT NULL,
    body       bytea       NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (party, route, key)
);

CREATE INDEX idempotency_created_at ON idempotency (created_at);

GRANT SELECT, INSERT, UPDATE, DELETE ON idempotency TO ${app_user};
