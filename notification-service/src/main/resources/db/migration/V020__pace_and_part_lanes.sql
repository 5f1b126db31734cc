-- SPDX-License-Identifier: Apache-2.0
-- Where an endpoint's owner wants no order, each event that is mere information has a lane of its own. What a lane is named
-- after, its subject or its event, stands in lane.subject either way.
ALTER TABLE delivery ADD COLUMN own_lane boolean NOT NULL DEFAULT false;
ALTER TABLE delivery ADD COLUMN lane text NOT NULL
    GENERATED ALWAYS AS (CASE WHEN own_lane THEN event_id::text ELSE subject END) STORED;

DROP INDEX delivery_of_lane;
CREATE INDEX delivery_of_lane ON delivery (endpoint_id, lane, sequence, id) WHERE status = 'PENDING';

COMMENT ON COLUMN lane.subject IS 'Of what waits in it; where that need not wait for others, its event''s id.';

-- Until when what was sent to an endpoint with a rate limit has used the limit up.
CREATE TABLE endpoint_pace (
    endpoint_id uuid        PRIMARY KEY,
    spent_until timestamptz NOT NULL
);
