-- SPDX-License-Identifier: Apache-2.0

-- What happened on a day that is over, counted once: a window of days is added up from here.
create table statistic (
    day     date    not null,
    subject text    not null check (subject in ('PLATFORM', 'REPORTER', 'CATEGORY', 'REGION', 'DESK')),
    key     text    not null,
    measure text    not null,
    bucket  integer not null,
    count   bigint  not null check (count > 0),
    primary key (subject, day, key, measure, bucket)
);
comment on column statistic.bucket is
    'Of a length of time: the power of 1.05 that is nearest to its seconds. Zero for what is only counted.';

-- Days that were counted.
create table statistic_day (
    day        date        primary key,
    counted_at timestamptz not null
);

create index orders_answered on orders (answered_at) where answered_at is not null;
create index decision_approved on decision (approved_at) where approved_at is not null;
create index decision_returned on decision (returned_at) where returned_at is not null;
create index decision_reversed on decision (reversed_at) where reversed_at is not null;
-- Links come in the order of their time, so that a few pages' bounds find a day.
create index reported_item_linked on reported_item using brin (linked_at) with (pages_per_range = 32);
