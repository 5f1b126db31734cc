-- SPDX-License-Identifier: Apache-2.0
-- Of which endpoints anything of a priority waits is found by walking its own index: where no order does, in no time.
CREATE INDEX lane_due_orders ON lane (endpoint_id, due_at) WHERE priority = 0;
CREATE INDEX lane_due_information ON lane (endpoint_id, due_at) WHERE priority = 1;
DROP INDEX lane_due;

-- A table that is a queue: few rows, many dead ones, which claims must not have to walk past.
ALTER TABLE lane SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0,
                      autovacuum_analyze_threshold = 10000, autovacuum_analyze_scale_factor = 0, vacuum_truncate = false);

-- An attempt is logged in the transaction that settles its delivery by the same id: there is nothing left to look up.
DO $$
BEGIN
    EXECUTE (SELECT format('ALTER TABLE attempt DROP CONSTRAINT %I', conname) FROM pg_constraint
             WHERE conrelid = 'attempt'::regclass AND contype = 'f');
END $$;
