-- SPDX-License-Identifier: Apache-2.0
-- Cutting off empty pages locks the whole table, and it will need them again within a second: writers would wait for nothing.
ALTER TABLE outbox SET (vacuum_truncate = false);
