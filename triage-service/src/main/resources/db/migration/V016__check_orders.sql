-- SPDX-License-Identifier: Apache-2.0

-- When a person has to look at what a platform says it did: an hour, a day and a week after the answer.
create table order_check (
    order_id     uuid        not null references orders,
    number       integer     not null check (number between 1 and 3),
    due_at       timestamptz not null,
    raised_at    timestamptz,
    cancelled_at timestamptz,
    primary key (order_id, number),
    check (raised_at is null or cancelled_at is null)
);
comment on column order_check.raised_at is 'When the desk was asked to look, or had looked by itself.';
create index order_check_due on order_check (due_at) where raised_at is null and cancelled_at is null;
revoke delete, truncate on order_check from "${app_user}";
insert into order_check (order_id, number, due_at)
    select o.id, c.number, o.answered_at + c.after
    from orders o, (values (1, interval '1 hour'), (2, interval '1 day'), (3, interval '7 days')) as c (number, after)
    where o.status = 'ANSWERED' or (o.status = 'CLOSED' and o.answered_at + c.after > now());

-- What was found, each time; the locator itself holds the last of it.
create table check_finding (
    locator_id     uuid        not null references order_locator,
    number         integer     not null,
    order_id       uuid        not null references orders,
    round          integer     not null check (round between 0 and 3),
    finding        text        not null check (finding in ('GONE', 'RESTRICTED', 'STILL_UP', 'REFUSAL_ACCEPTED')),
    note           text,
    found_by       text        not null,
    found_by_party text        not null,
    found_at       timestamptz not null,
    primary key (locator_id, number)
);
comment on column check_finding.round is 'The last check that was due by then; 0 before the first.';
create index check_finding_order on check_finding (order_id);
revoke update, delete, truncate on check_finding from "${app_user}";
insert into check_finding (locator_id, number, order_id, round, finding, note, found_by, found_by_party, found_at)
    select id, 1, order_id, 0, finding, finding_note, checked_by, 'unknown', checked_at
    from order_locator where finding is not null;

alter table task add column order_id uuid references orders;
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in
    ('ORDERED_CONTENT_REPORTED', 'REPORTS_WITHDRAWN', 'CHECK_ORDER', 'TRIAGE_OVERDUE', 'APPROVAL_OVERDUE',
     'APPEAL_OVERDUE'));
drop index task_one_open;
create unique index task_one_open on task (kind, case_id, content_id, order_id) nulls not distinct
    where done_at is null;

-- What the desk and a platform say to each other about an order.
create table order_message (
    order_id      uuid        not null references orders,
    number        integer     not null check (number > 0),
    id            uuid        not null unique,
    side          text        not null check (side in ('DESK', 'PLATFORM')),
    said_by       text        not null,
    said_by_party text        not null,
    text          text        not null,
    said_at       timestamptz not null,
    primary key (order_id, number)
);
revoke update, delete, truncate on order_message from "${app_user}";
