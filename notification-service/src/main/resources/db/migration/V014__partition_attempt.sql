-- SPDX-License-Identifier: Apache-2.0
-- The log of attempts goes in time by dropping partitions. They are by the time inside the id (UUIDv7), a week each from
-- Monday to Monday, UTC, and named after the day on which they end. An id of no week that was made in time is kept in the
-- default one: a log that cannot be written must not cost a delivery.
-- Nothing here is unique but the id: the number of an attempt is counted under its lane's lock.

CREATE FUNCTION uuid7_floor(moment timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT rpad(lpad(to_hex((extract(epoch FROM moment) * 1000)::bigint), 12, '0'), 32, '0')::uuid
$$;
COMMENT ON FUNCTION uuid7_floor IS 'The least UUIDv7 of a moment.';

CREATE FUNCTION utc_week(moment timestamptz) RETURNS timestamptz LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_trunc('week', moment AT TIME ZONE 'UTC') AT TIME ZONE 'UTC'
$$;

ALTER TABLE attempt RENAME TO attempt_before;
ALTER TABLE attempt_before RENAME CONSTRAINT attempt_pkey TO attempt_before_pkey;
ALTER TABLE attempt_before DROP CONSTRAINT IF EXISTS attempt_delivery_id_number_key;
DROP INDEX attempt_of_endpoint;

CREATE TABLE attempt (LIKE attempt_before INCLUDING DEFAULTS INCLUDING CONSTRAINTS, PRIMARY KEY (id))
    PARTITION BY RANGE (id);
ALTER TABLE attempt ADD FOREIGN KEY (delivery_id) REFERENCES delivery;
CREATE INDEX attempt_of_endpoint ON attempt (endpoint_id, id);
CREATE INDEX attempt_of_delivery ON attempt (delivery_id, number);
CREATE TABLE attempt_default PARTITION OF attempt DEFAULT;

-- What there is so far becomes the first partition, from the week of the oldest to the end of this one.
DO $$
DECLARE
    begins timestamptz := coalesce(
        (SELECT utc_week(uuid_extract_timestamp(id)) FROM attempt_before ORDER BY id LIMIT 1), utc_week(now()));
    ends timestamptz := utc_week(now()) + interval '7 days';
    name text := 'attempt_' || to_char(ends AT TIME ZONE 'UTC', 'YYYYMMDD');
BEGIN
    EXECUTE format('ALTER TABLE attempt_before RENAME TO %I', name);
    EXECUTE format('ALTER TABLE attempt ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                   name, uuid7_floor(begins), uuid7_floor(ends));
    EXECUTE format('REVOKE ALL ON %I FROM %I', name, '${app_user}');
END $$;

-- The application owns no table. What it may do about partitions is this, bounded by itself: it makes empty ones of weeks
-- to come, and drops those that ended a month ago at least. A statement in the way is waited for a second and no longer,
-- since all others wait behind.
CREATE FUNCTION make_attempt_partitions(weeks integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '1s' AS $$
DECLARE
    begins timestamptz;
    name   text;
    made   integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('attempt partitions'));
    FOR week IN 1 .. least(weeks, 52) LOOP
        begins := utc_week(now()) + week * interval '7 days';
        name := 'attempt_' || to_char((begins + interval '7 days') AT TIME ZONE 'UTC', 'YYYYMMDD');
        CONTINUE WHEN to_regclass(quote_ident(name)) IS NOT NULL;
        EXECUTE format('CREATE TABLE %I PARTITION OF attempt FOR VALUES FROM (%L) TO (%L)',
                       name, uuid7_floor(begins), uuid7_floor(begins + interval '7 days'));
        EXECUTE format('REVOKE ALL ON %I FROM %I', name, '${app_user}');
        made := made + 1;
    END LOOP;
    RETURN made;
END $$;

CREATE FUNCTION drop_attempt_partitions(before timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '1s' AS $$
DECLARE
    cutoff  timestamptz := least(before, now() - interval '30 days');
    old     record;
    dropped integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('attempt partitions'));
    FOR old IN
        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'attempt'::regclass AND c.relname ~ '^attempt_[0-9]{8}$'
          AND to_date(right(c.relname, 8), 'YYYYMMDD') <= (cutoff AT TIME ZONE 'UTC')::date
    LOOP
        EXECUTE format('DROP TABLE %I', old.relname);
        dropped := dropped + 1;
    END LOOP;
    DELETE FROM attempt_default WHERE id < uuid7_floor(cutoff);
    RETURN dropped;
END $$;

REVOKE ALL ON FUNCTION make_attempt_partitions(integer), drop_attempt_partitions(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_attempt_partitions(integer), drop_attempt_partitions(timestamptz) TO "${app_user}";
GRANT SELECT, INSERT ON attempt TO "${app_user}";
REVOKE UPDATE, DELETE, TRUNCATE ON attempt FROM "${app_user}";
REVOKE ALL ON attempt_default FROM "${app_user}";

SELECT make_attempt_partitions(8);
