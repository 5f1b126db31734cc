-- SPDX-License-Identifier: Apache-2.0
-- What each party and unit has left to take; columns and their meaning are Bucket4j's.
-- No index on expires_at: a row is updated many times a second, in place only while no indexed column changes.
CREATE TABLE allowance (
    id         text PRIMARY KEY,
    state      bytea,
    expires_at bigint
) WITH (fillfactor = 30);

GRANT SELECT, INSERT, UPDATE, DELETE ON allowance TO "${app_user}";
