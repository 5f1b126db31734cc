-- SPDX-License-Identifier: Apache-2.0

-- How often the desk has agreed with a party, in several parts: a decision holds the row it counts in until it commits, and in a
-- surge most cases were reported by the same few. A part is for some of the cases, by their ids.
create table reporter_tally (
    party     text     not null,
    part      smallint not null,
    upheld    bigint   not null,
    dismissed bigint   not null,
    primary key (party, part)
);

comment on table reporter_record is 'What was counted before there was reporter_tally; both are added up.';
