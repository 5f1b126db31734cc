-- SPDX-License-Identifier: Apache-2.0
-- Tables belong to the owner who runs the migrations; the application may only work with their rows.
ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${app_user}";
ALTER DEFAULT PRIVILEGES GRANT USAGE ON SEQUENCES TO "${app_user}";

-- Records waiting for Kafka. A subject's rows are inserted under that subject's row lock, so that for one subject the
-- order of position is the order of commit. Across subjects it is not: nothing may ever read "position > last".
CREATE TABLE outbox (
    -- cache 1, since a session that hands out numbers it drew earlier would break the order within a subject
    position   bigint GENERATED ALWAYS AS IDENTITY (CACHE 1) PRIMARY KEY,
    slot       smallint    NOT NULL CHECK (slot BETWEEN 0 AND 63),
    event_id   uuid        NOT NULL,
    topic      text        NOT NULL,
    key        bytea,
    value      bytea,
    headers    bytea       NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
-- The table is a queue: nearly empty, with many dead rows. Vacuum by count, not by a share of a size that is near zero.
ALTER TABLE outbox SET (autovacuum_vacuum_threshold = 1000, autovacuum_vacuum_scale_factor = 0,
                        autovacuum_analyze_threshold = 10000, autovacuum_analyze_scale_factor = 0);

-- Who published for a shard last. It spares producers from fencing one another at every batch; the promise of order
-- rests on the advisory lock and on the producer's epoch, not on this row.
CREATE TABLE outbox_shard (
    shard     integer PRIMARY KEY,
    holder    uuid        NOT NULL,
    worked_at timestamptz NOT NULL
);

-- What a consumer (<service>.<channel>) has taken. The id comes first: ids are in order of time, inserts stay in one place.
CREATE TABLE inbox (
    event_id uuid        NOT NULL,
    consumer text        NOT NULL,
    taken_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (event_id, consumer)
);
