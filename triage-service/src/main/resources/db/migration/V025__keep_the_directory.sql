-- SPDX-License-Identifier: Apache-2.0

alter table platform add column version bigint not null default 0;
alter table platform add column entry jsonb;
update platform set entry = jsonb_build_object(
    'name', name, 'party', party, 'representative', representative, 'receiptRule', receipt_rule,
    'contactRoutes', case when representative
        then jsonb_build_array(jsonb_build_object('kind', 'WEBHOOK', 'address', null, 'note', null))
        else '[]'::jsonb end,
    'policies', '[]'::jsonb, 'commitments', '[]'::jsonb, 'actWithoutProof', false);
alter table platform alter column entry set not null;
-- An entry is one document, which nothing beside it may contradict.
alter table platform drop column name, drop column party, drop column representative, drop column receipt_rule;
comment on column platform.entry is 'The whole entry as the operator wrote it.';
revoke delete, truncate on platform from "${app_user}";

create table platform_version (
    code             text        not null references platform,
    version          bigint      not null,
    entry            jsonb       not null,
    changed_at       timestamptz not null,
    changed_by       text        not null,
    changed_by_party text        not null,
    primary key (code, version)
);
insert into platform_version select code, version, entry, now(), 'siaga', 'siaga' from platform;
revoke update, delete, truncate on platform_version from "${app_user}";

-- How an order was tried to be served; a route is copied, since the directory may change.
create table order_service_attempt (
    order_id          uuid        not null references orders,
    number            integer     not null check (number > 0),
    id                uuid        not null unique,
    route             text        not null,
    address           text,
    outcome           text        not null check (outcome in ('TRIED', 'FAILED', 'SERVED')),
    at                timestamptz not null,
    proof             text,
    note              text,
    recorded_by       text        not null,
    recorded_by_party text        not null,
    recorded_at       timestamptz not null,
    primary key (order_id, number),
    check (outcome <> 'SERVED' or proof is not null)
);
revoke update, delete, truncate on order_service_attempt from "${app_user}";

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in
    ('ORDERED_CONTENT_REPORTED', 'REPORTS_WITHDRAWN', 'CHECK_ORDER', 'TRIAGE_OVERDUE', 'APPROVAL_OVERDUE',
     'APPEAL_OVERDUE', 'SERVE_ORDER', 'ISSUE_LETTER'));
