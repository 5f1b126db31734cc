-- SPDX-License-Identifier: Apache-2.0

alter table orders drop constraint orders_status_check;
alter table orders add constraint orders_status_check check (status in
    ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'CLARIFICATION_REQUESTED', 'IMPOSSIBLE', 'ANSWERED', 'CLOSED',
     'WITHDRAWN', 'REINSTATED', 'REAPPEARED'));
-- Of an order that was closed and is withdrawn, or whose content is back, it stays known when it was closed.
alter table orders drop constraint orders_check4;
alter table orders add constraint orders_closed_once check (
    (status <> 'CLOSED' or closed_at is not null)
    and (closed_at is null or status in ('CLOSED', 'WITHDRAWN', 'REINSTATED', 'REAPPEARED')));
alter table orders add constraint orders_reappeared_was_answered check (status <> 'REAPPEARED' or answered_at is not null);

alter table order_locator add column reappeared_at timestamptz;
comment on column order_locator.reappeared_at is 'When an officer declared that it is back, in spite of the answer.';
alter table order_locator add constraint order_locator_reappeared_was_answered check
    (reappeared_at is null or (result <> 'REFUSED' and not open));

-- What the platform is no longer asked to do.
create table order_withdrawal (
    order_id     uuid primary key references orders,
    reason       text        not null,
    withdrawn_at timestamptz not null,
    received_at  timestamptz,
    reinstate_by timestamptz,
    check (received_at >= withdrawn_at),
    check ((received_at is null) = (reinstate_by is null))
);
comment on column order_withdrawal.received_at is
    'The earliest proof that the platform knows what it has to undo; null as long as there is none, or nothing to undo.';
revoke update, delete, truncate on order_withdrawal from "${app_user}";
grant update (received_at, reinstate_by) on order_withdrawal to "${app_user}";

-- What it is asked to undo, since it had done it.
create table locator_reinstatement (
    locator_id    uuid primary key references order_locator,
    order_id      uuid        not null references order_withdrawal,
    asked_at      timestamptz not null,
    reinstated_at timestamptz,
    reference     text,
    note          text,
    told_at       timestamptz,
    check ((reinstated_at is null) = (told_at is null)),
    check (reinstated_at is not null or (reference is null and note is null))
);
comment on column locator_reinstatement.reinstated_at is 'When the platform says that it undid it.';
create index locator_reinstatement_order on locator_reinstatement (order_id);
revoke update, delete, truncate on locator_reinstatement from "${app_user}";
grant update (reinstated_at, reference, note, told_at) on locator_reinstatement to "${app_user}";

alter table clock_policy drop constraint clock_policy_kind_check;
alter table clock_policy add constraint clock_policy_kind_check check (kind in
    ('SERVICE', 'ACT_TARGET', 'ACT_LEGAL', 'CLARIFICATION_REPLY', 'REINSTATE', 'TRIAGE', 'APPROVE', 'EMERGENCY_REVIEW',
     'APPEAL_ANSWER'));
insert into clock_policy (code, kind, limit_seconds, source) values
    ('reinstate', 'REINSTATE', 172800, 'Permenkominfo 5/2020 art. 20')
on conflict (code) do nothing;
