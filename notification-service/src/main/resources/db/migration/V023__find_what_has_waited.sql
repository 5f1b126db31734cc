-- SPDX-License-Identifier: Apache-2.0
-- Since when each of what waits for an endpoint has waited: for what has waited too long, and for how old a backlog is.
CREATE INDEX delivery_waiting ON delivery (endpoint_id, (coalesce(resumed_at, created_at))) WHERE status = 'PENDING';
