-- SPDX-License-Identifier: Apache-2.0

create table shift (
    id         uuid        primary key,
    person     text        not null,
    party      text        not null,
    started_at timestamptz not null,
    until      timestamptz not null check (until > started_at),
    ended_at   timestamptz,
    note       text,
    check (note is null or ended_at is not null)
);
comment on column shift.until is 'From when on nobody is counted on, unless the shift is prolonged.';
comment on column shift.note is 'What whoever comes next has to know; null when it was never handed over.';
create unique index shift_one_open on shift (person) where ended_at is null;
create index shift_by_time on shift (started_at desc, id desc);

-- Times in which nobody was on duty, the last one open as long as it lasts.
create table desk_gap (
    id         bigint generated always as identity primary key,
    began_at   timestamptz not null,
    ended_at   timestamptz
);
create unique index desk_gap_one_open on desk_gap ((true)) where ended_at is null;
