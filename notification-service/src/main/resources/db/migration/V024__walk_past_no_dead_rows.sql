-- SPDX-License-Identifier: Apache-2.0
-- What falls due at one moment would share entries of the index, and an entry is marked dead when all that it names are: each
-- claim would walk past whatever was claimed before.
ALTER INDEX lane_due_orders SET (deduplicate_items = off);
ALTER INDEX lane_due_information SET (deduplicate_items = off);

-- By a condition that finds nothing else: as one of what is PENDING, plans took it to look for what waits in a single lane, and
-- read all that waits for the endpoint.
DROP INDEX delivery_waiting;
CREATE INDEX delivery_waiting
    ON delivery (endpoint_id, (CASE WHEN status = 'PENDING' THEN coalesce(resumed_at, created_at) END))
    WITH (deduplicate_items = off)
    WHERE CASE WHEN status = 'PENDING' THEN coalesce(resumed_at, created_at) END IS NOT NULL;
