-- SPDX-License-Identifier: Apache-2.0

-- How often the desk has agreed with a party.
create table reporter_record (
    party     text   primary key,
    upheld    bigint not null,
    dismissed bigint not null
);

alter table case_file add column points jsonb not null default '[]';
alter table case_file add column queued_as_of timestamptz;
update case_file set points = '[{"reason": "URGENT", "points": 3000}]' where urgent;
update case_file set queued_as_of = opened_at - case when urgent then 3000 else 0 end * interval '15 minutes';
alter table case_file alter column queued_as_of set not null;
comment on column case_file.points is 'Why it is looked at before others; all but its age, which counts for all alike.';
comment on column case_file.queued_as_of is 'When it would have been opened if it had no points: a point is a quarter of an hour.';
drop index case_file_queue;
drop index case_file_queue_by_status;
create index case_file_queue on case_file (queued_as_of, id);
create index case_file_queue_by_status on case_file (status, queued_as_of, id);

-- Who works on a case, until when nobody else needs to.
create table case_claim (
    case_id    uuid        primary key references case_file,
    person     text        not null,
    party      text        not null,
    claimed_at timestamptz not null,
    ends_at    timestamptz not null
);
create index case_claim_end on case_claim (ends_at);
