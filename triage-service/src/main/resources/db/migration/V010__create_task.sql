-- SPDX-License-Identifier: Apache-2.0

-- What a person of the desk has to look at; nothing else follows from it by itself.
create table task (
    id             uuid primary key,
    kind           text        not null check (kind in ('ORDERED_CONTENT_REPORTED', 'REPORTS_WITHDRAWN')),
    case_id        uuid        not null references case_file,
    content_id     uuid references content,
    standing       text        not null,
    times          integer     not null check (times > 0),
    raised_at      timestamptz not null,
    last_raised_at timestamptz not null,
    done_at        timestamptz,
    done_by        text,
    done_by_party  text,
    note           text,
    check ((done_at is null) = (done_by is null) and (done_at is null) = (done_by_party is null)),
    check (note is null or done_at is not null)
);
comment on column task.standing is 'How far the case had come when it was raised last.';
comment on column task.times is 'How often it was raised before somebody had done it: a flood of reports is one task.';
create unique index task_one_open on task (kind, case_id, content_id) nulls not distinct where done_at is null;
create index task_case on task (case_id, raised_at);
create index task_open on task (raised_at, id) where done_at is null;
create index task_done on task (raised_at, id) where done_at is not null;
