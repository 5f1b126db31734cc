-- SPDX-License-Identifier: Apache-2.0

alter table orders drop constraint orders_status_check;
alter table orders add constraint orders_status_check check (status in
    ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'CLARIFICATION_REQUESTED', 'IMPOSSIBLE', 'ANSWERED', 'CLOSED'));
alter table orders add constraint orders_waiting_was_received check (
    status not in ('CLARIFICATION_REQUESTED', 'IMPOSSIBLE')
    or (acknowledged_at is not null and received_at is not null));

create table order_wait (
    order_id   uuid        not null references orders,
    number     integer     not null,
    kind       text        not null check (kind in ('CLARIFICATION', 'IMPOSSIBILITY')),
    ground     text check (ground in ('FORCE_MAJEURE', 'MANIFEST_ERROR', 'INSUFFICIENT_INFORMATION')),
    text       text        not null,
    asked_at   timestamptz not null,
    reply_by   timestamptz not null,
    reply      text,
    ended_at   timestamptz,
    primary key (order_id, number),
    check ((kind = 'IMPOSSIBILITY') = (ground is not null)),
    check (reply is null or ended_at is not null)
);
comment on column order_wait.ended_at is 'When the desk replied, or when the answer came that made a reply needless.';
create unique index order_wait_one_open on order_wait (order_id) where ended_at is null;
-- What a platform said is not rewritten; its wait only ends.
revoke update, delete, truncate on order_wait from "${app_user}";
grant update (reply, ended_at) on order_wait to "${app_user}";

create table pause_consent (
    order_id uuid        not null references orders,
    number   integer     not null,
    reason   text        not null,
    given_by text        not null,
    given_at timestamptz not null,
    primary key (order_id, number)
);
comment on table pause_consent is 'Each lets an order wait once more than it may without.';
revoke update, delete, truncate on pause_consent from "${app_user}";

alter table clock_policy drop constraint clock_policy_kind_check;
alter table clock_policy add constraint clock_policy_kind_check check (kind in
    ('SERVICE', 'ACT_TARGET', 'ACT_LEGAL', 'CLARIFICATION_REPLY'));
alter table clock_policy add column after_wait text not null default 'RESUME'
    check (after_wait in ('RESUME', 'RESTART'));
comment on column clock_policy.after_wait is 'Whether a clock that waited goes on with the time it had left, or has all of it again.';
-- Art. 3(7) and (8): the hour starts when the grounds have ceased or the clarification has come.
update clock_policy set after_wait = 'RESTART' where law = '2021/784';
insert into clock_policy (code, kind, urgent, limit_seconds, source) values
    ('clarification-reply-short', 'CLARIFICATION_REPLY', true, 1800, 'desk rule'),
    ('clarification-reply', 'CLARIFICATION_REPLY', false, 14400, 'desk rule');

alter table clock drop constraint clock_state_check;
alter table clock add constraint clock_state_check check (state in ('RUNNING', 'WAITING', 'STOPPED', 'EXPIRED'));
alter table clock add column counted_from timestamptz;
update clock set counted_from = started_at;
alter table clock alter column counted_from set not null;
comment on column clock.counted_from is 'From where its marks are shares: the start, later by the time it waited, or anew.';
alter table clock add column round integer not null default 0;
comment on column clock.round is 'Which of the order''s clocks of this kind; only a reply is waited for more than once.';
alter table clock drop constraint clock_order_id_kind_key;
alter table clock add unique (order_id, kind, round);

create table clock_pause (
    clock_id   uuid        not null references clock,
    started_at timestamptz not null,
    ended_at   timestamptz,
    ending     text check (ending in ('RESUME', 'RESTART')),
    primary key (clock_id, started_at),
    check (ended_at >= started_at),
    check ((ended_at is null) = (ending is null))
);
create unique index clock_pause_one_open on clock_pause (clock_id) where ended_at is null;
revoke delete, truncate on clock_pause from "${app_user}";
