-- SPDX-License-Identifier: Apache-2.0
-- A delivery that has ended can be queued again: the same row, for an endpoint has one of each event. Its log goes on
-- counting; its schedule begins anew.
ALTER TABLE delivery
    ADD COLUMN resumed_at      timestamptz,
    ADD COLUMN attempts_before integer NOT NULL DEFAULT 0,
    ADD COLUMN received_at     timestamptz;

COMMENT ON COLUMN delivery.resumed_at IS 'When it was queued again last; the schedule counts from then.';
COMMENT ON COLUMN delivery.attempts_before IS 'Attempts that were made before, of which the schedule knows nothing.';
COMMENT ON COLUMN delivery.received_at IS
    'When it first arrived, of one that was queued again after that: the others have been told, and are told no more.';

-- What is tried is the head of a leased lane, unless something before it was queued again meanwhile.
ALTER TABLE lane ADD COLUMN in_flight uuid;

COMMENT ON COLUMN lane.in_flight IS 'The delivery that is being tried, where it is no longer the head; null else.';

CREATE INDEX delivery_undelivered ON delivery (status, id) WHERE status IN ('ABANDONED', 'CANCELLED');
CREATE INDEX delivery_undelivered_of_endpoint ON delivery (endpoint_id, subject, sequence, id)
    WHERE status IN ('ABANDONED', 'CANCELLED');
