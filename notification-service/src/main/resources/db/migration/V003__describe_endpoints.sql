-- SPDX-License-Identifier: Apache-2.0
-- What an endpoint's owner says of it beside its URL. The revision counts its owner's edits only: pausing it or
-- calling it must not make stale what its owner has read. An empty array filters nothing.
ALTER TABLE endpoint
    ADD COLUMN revision          integer NOT NULL DEFAULT 1,
    ADD COLUMN categories        text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN platforms         text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN regions           text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN urgent_only       boolean NOT NULL DEFAULT false,
    ADD COLUMN own_subjects_only boolean NOT NULL DEFAULT false,
    ADD COLUMN header_names      text[]  NOT NULL DEFAULT '{}',
    ADD COLUMN sealed_headers    bytea,
    ADD COLUMN api_version       text    NOT NULL DEFAULT '1',
    ADD COLUMN rate_limit        integer CHECK (rate_limit BETWEEN 1 AND 1000),
    ADD COLUMN ordered           boolean NOT NULL DEFAULT true,
    ADD COLUMN contact           text,
    ADD COLUMN signatures        text[]  NOT NULL DEFAULT '{v1}',
    ADD COLUMN fallback_id       uuid    REFERENCES endpoint CHECK (fallback_id <> id);

ALTER TABLE endpoint DROP CONSTRAINT endpoint_status_check;
ALTER TABLE endpoint ADD CONSTRAINT endpoint_status_check
    CHECK (status IN ('UNVERIFIED', 'ACTIVE', 'PAUSED', 'DISABLED', 'DELETED'));

COMMENT ON COLUMN endpoint.rate_limit IS 'Deliveries per second; null is no limit of its owner''s.';
COMMENT ON COLUMN endpoint.ordered IS 'Whether events of one subject wait for each other; those of orders always do.';
COMMENT ON COLUMN endpoint.fallback_id IS 'Another endpoint of the same party, that is told what this one cannot be.';
