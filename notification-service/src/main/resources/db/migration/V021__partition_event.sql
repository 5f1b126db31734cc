-- SPDX-License-Identifier: Apache-2.0
-- Events, and what the feed has of them, go in time by dropping partitions, as attempts do. Both are by the time inside the
-- event's id (UUIDv7), a month each, UTC, named after the day on which they end, and go together. An id of no month that was
-- made in time is kept in the default one. The table delivery stays whole: UNIQUE (endpoint_id, event_id) is what tells an
-- event once, and must not go with it. What a partition is referenced by keeps it, so that deliveries reference no more.
ALTER TABLE delivery DROP CONSTRAINT delivery_event_id_fkey;
COMMENT ON COLUMN delivery.event_id IS 'The event goes in time; never while this is PENDING.';

CREATE FUNCTION utc_month(moment timestamptz, months integer DEFAULT 0) RETURNS timestamptz
    LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (date_trunc('month', moment AT TIME ZONE 'UTC') + months * interval '1 month') AT TIME ZONE 'UTC'
$$;
COMMENT ON FUNCTION utc_month IS 'When the month of a moment begins, or so many after it.';

ALTER TABLE event RENAME TO event_before;
ALTER TABLE event_before RENAME CONSTRAINT event_pkey TO event_before_pkey;
CREATE TABLE event (LIKE event_before INCLUDING DEFAULTS INCLUDING CONSTRAINTS, PRIMARY KEY (id)) PARTITION BY RANGE (id);
CREATE TABLE event_default PARTITION OF event DEFAULT;

-- A number is unique in its channel by the counter that gives it; a partition knows of no other.
ALTER TABLE feed_entry RENAME TO feed_entry_before;
ALTER TABLE feed_entry_before DROP CONSTRAINT feed_entry_pkey;
ALTER TABLE feed_entry_before ADD CONSTRAINT feed_entry_before_pkey PRIMARY KEY (channel, number, event_id);
CREATE TABLE feed_entry (
    LIKE feed_entry_before INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    PRIMARY KEY (channel, number, event_id)) PARTITION BY RANGE (event_id);
CREATE TABLE feed_entry_default PARTITION OF feed_entry DEFAULT;

-- What there is so far becomes the first partition, from the month of the oldest to the end of this one. An id from after
-- that is of a clock that ran ahead.
DO $$
DECLARE
    oldest text := (SELECT translate(left(id::text, 13), '-', '') FROM event_before ORDER BY id LIMIT 1);
    begins uuid := uuid7_floor(utc_month(coalesce(to_timestamp(('x' || oldest)::bit(48)::bigint / 1000.0), now())));
    ends   uuid := uuid7_floor(utc_month(now(), 1));
    suffix text := to_char(utc_month(now(), 1) AT TIME ZONE 'UTC', 'YYYYMMDD');
    parent text;
BEGIN
    WITH ahead AS (DELETE FROM event_before WHERE id >= ends RETURNING *)
    INSERT INTO event_default SELECT * FROM ahead;
    WITH ahead AS (DELETE FROM feed_entry_before WHERE event_id < begins OR event_id >= ends RETURNING *)
    INSERT INTO feed_entry_default SELECT * FROM ahead;
    FOREACH parent IN ARRAY ARRAY ['event', 'feed_entry'] LOOP
        EXECUTE format('ALTER TABLE %I RENAME TO %I', parent || '_before', parent || '_' || suffix);
        EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)',
                       parent, parent || '_' || suffix, begins, ends);
        EXECUTE format('REVOKE ALL ON %I FROM %I', parent || '_' || suffix, '${app_user}');
    END LOOP;
END $$;

-- What went is told: whoever reads a feed on from a place before it has missed something.
ALTER TABLE feed ADD COLUMN gone bigint NOT NULL DEFAULT 0;
COMMENT ON COLUMN feed.gone IS 'The last number that is kept no more. Of those before it some may still be there.';

CREATE TABLE events_kept (
    one   boolean     PRIMARY KEY DEFAULT true CHECK (one),
    since timestamptz NOT NULL
);
COMMENT ON TABLE events_kept IS 'One row, once something went: events from before that time need not be there.';

-- Events of a month go when nothing of it was taken after the cutoff, and nothing that was taken before it waits: the
-- application ends what does.
CREATE FUNCTION deliveries_outlived(cutoff timestamptz) RETURNS TABLE (endpoint_id uuid, id uuid) LANGUAGE sql STABLE AS $$
    SELECT d.endpoint_id, d.id FROM delivery d JOIN event e ON e.id = d.event_id
    WHERE d.status = 'PENDING' AND d.event_id < uuid7_floor(utc_month(cutoff)) AND e.taken_at < cutoff
$$;
COMMENT ON FUNCTION deliveries_outlived IS 'What waits of events that go with what was taken before a moment.';

CREATE FUNCTION make_event_partitions(months integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '1s' AS $$
DECLARE
    suffix text;
    parent text;
    made   integer := 0;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('event partitions'));
    FOR month IN 1 .. least(months, 12) LOOP
        suffix := '_' || to_char(utc_month(now(), month + 1) AT TIME ZONE 'UTC', 'YYYYMMDD');
        CONTINUE WHEN to_regclass('event' || suffix) IS NOT NULL;
        BEGIN
            -- In this order, as whoever stores or reads events locks them.
            FOREACH parent IN ARRAY ARRAY ['event', 'feed_entry'] LOOP
                EXECUTE format('CREATE TABLE %I PARTITION OF %I FOR VALUES FROM (%L) TO (%L)', parent || suffix, parent,
                               uuid7_floor(utc_month(now(), month)), uuid7_floor(utc_month(now(), month + 1)));
                EXECUTE format('REVOKE ALL ON %I FROM %I', parent || suffix, '${app_user}');
            END LOOP;
            made := made + 1;
        EXCEPTION WHEN check_violation THEN
            RAISE WARNING 'The default partition has events of the month that ends on %, and keeps that month', suffix;
        END;
    END LOOP;
    RETURN made;
END $$;

CREATE FUNCTION drop_event_partitions(before timestamptz) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path FROM CURRENT SET lock_timeout = '1s' AS $$
DECLARE
    cutoff timestamptz := least(before, now() - interval '60 days');
    kept   uuid := uuid7_floor(utc_month(cutoff));
    old    text[] := '{}';
    suffix text;
    late   boolean;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('event partitions'));
    FOR suffix IN
        SELECT right(c.relname, 9) FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'event'::regclass AND c.relname ~ '^event_[0-9]{8}$'
          AND to_date(right(c.relname, 8), 'YYYYMMDD') <= (cutoff AT TIME ZONE 'UTC')::date
    LOOP
        -- Numbers grow with the time: the last of each channel says enough.
        EXECUTE format('SELECT EXISTS (
                            SELECT 1 FROM feed f CROSS JOIN LATERAL (
                                SELECT taken_at FROM %I e WHERE e.channel = f.channel ORDER BY number DESC LIMIT 1) last
                            WHERE last.taken_at >= $1)', 'feed_entry' || suffix) INTO late USING cutoff;
        IF NOT late THEN
            old := old || suffix;
        END IF;
    END LOOP;
    IF old = '{}' AND NOT EXISTS (SELECT 1 FROM event_default e WHERE e.id < kept AND e.taken_at < cutoff)
       OR EXISTS (SELECT 1 FROM deliveries_outlived(cutoff)) THEN
        RETURN 0;
    END IF;

    -- In this order, as whoever stores or reads events locks them; nobody uses a partition without its parent.
    LOCK TABLE ONLY event, ONLY feed_entry IN ACCESS EXCLUSIVE MODE;
    IF EXISTS (SELECT 1 FROM deliveries_outlived(cutoff)) THEN
        RETURN 0;
    END IF;
    FOREACH suffix IN ARRAY old LOOP
        EXECUTE format('UPDATE feed f SET gone = last.number
                        FROM feed g CROSS JOIN LATERAL (
                            SELECT number FROM %I e WHERE e.channel = g.channel ORDER BY number DESC LIMIT 1) last
                        WHERE f.channel = g.channel AND last.number > f.gone', 'feed_entry' || suffix);
        EXECUTE format('DROP TABLE %I, %I', 'event' || suffix, 'feed_entry' || suffix);
    END LOOP;
    WITH gone AS (
        DELETE FROM event_default e WHERE e.id < kept AND e.taken_at < cutoff RETURNING e.id),
    entries AS (
        DELETE FROM feed_entry_default e USING gone WHERE e.event_id = gone.id RETURNING e.channel, e.number),
    last AS (
        SELECT channel, max(number) AS number FROM entries GROUP BY channel)
    UPDATE feed f SET gone = last.number FROM last WHERE f.channel = last.channel AND last.number > f.gone;
    INSERT INTO events_kept (since) VALUES (utc_month(cutoff))
    ON CONFLICT (one) DO UPDATE SET since = greatest(events_kept.since, excluded.since);
    RETURN cardinality(old);
END $$;

REVOKE ALL ON FUNCTION make_event_partitions(integer), drop_event_partitions(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION make_event_partitions(integer), drop_event_partitions(timestamptz) TO "${app_user}";
GRANT SELECT, INSERT ON event, feed_entry TO "${app_user}";
REVOKE UPDATE, DELETE, TRUNCATE ON event, feed_entry FROM "${app_user}";
REVOKE ALL ON event_default, feed_entry_default, events_kept FROM "${app_user}";
GRANT SELECT ON events_kept TO "${app_user}";

SELECT make_event_partitions(3);
