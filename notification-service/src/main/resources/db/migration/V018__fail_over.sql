-- SPDX-License-Identifier: Apache-2.0
-- An order that an endpoint does not take is told to its fallback, by a delivery of its own. Each of the two rows names the
-- other's endpoint; the event is the same.
ALTER TABLE delivery
    ADD COLUMN fallback_id uuid,
    ADD COLUMN fallback_of uuid;

COMMENT ON COLUMN delivery.fallback_id IS 'The endpoint that is told, too, because this one has not taken it.';
COMMENT ON COLUMN delivery.fallback_of IS 'The endpoint for which this one stands in.';
