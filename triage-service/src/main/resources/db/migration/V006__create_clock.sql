-- SPDX-License-Identifier: Apache-2.0

-- A null condition matches everything; the policy with the most conditions wins.
create table clock_policy (
    code          text primary key,
    kind          text    not null check (kind in ('SERVICE', 'ACT_TARGET', 'ACT_LEGAL')),
    instrument    text check (instrument in ('REFERRAL', 'NOTICE', 'ORDER')),
    category      text,
    law           text,
    urgent        boolean,
    limit_seconds integer not null check (limit_seconds > 0),
    source        text    not null
);
comment on column clock_policy.law is 'A part of the instrument cited, such as the number of a regulation.';

insert into clock_policy (code, kind, instrument, law, urgent, limit_seconds, source) values
    ('service-short', 'SERVICE', null, null, true, 300, 'desk rule'),
    ('service', 'SERVICE', null, null, false, 3600, 'desk rule'),
    ('act-target-short', 'ACT_TARGET', null, null, true, 3600, 'declaration of 3 October 2024'),
    ('act-target', 'ACT_TARGET', null, null, false, 86400, 'desk rule'),
    ('act-legal-notice-short', 'ACT_LEGAL', 'NOTICE', null, true, 14400, 'Permenkominfo 5/2020 art. 15(8)'),
    ('act-legal-notice', 'ACT_LEGAL', 'NOTICE', null, false, 86400, 'Permenkominfo 5/2020 art. 15(6)'),
    ('act-legal-order-short', 'ACT_LEGAL', 'ORDER', null, true, 14400, 'Permenkominfo 5/2020 art. 15(8)'),
    ('act-legal-order', 'ACT_LEGAL', 'ORDER', null, false, 86400, 'Permenkominfo 5/2020 art. 15(6)'),
    ('act-legal-tco-short', 'ACT_LEGAL', 'ORDER', '2021/784', true, 3600, 'Regulation (EU) 2021/784 art. 3'),
    ('act-legal-tco', 'ACT_LEGAL', 'ORDER', '2021/784', false, 3600, 'Regulation (EU) 2021/784 art. 3');

create table clock (
    id           uuid primary key,
    kind         text        not null,
    policy       text        not null references clock_policy,
    order_id     uuid        not null references orders,
    case_id      uuid        not null references case_file,
    state        text        not null check (state in ('RUNNING', 'STOPPED', 'EXPIRED')),
    started_at   timestamptz not null,
    due_at       timestamptz not null,
    fired        integer     not null check (fired in (0, 50, 80, 100)),
    next_fire_at timestamptz not null,
    stopped_at   timestamptz,
    unique (order_id, kind),
    check ((state = 'EXPIRED') = (fired = 100))
);
create index clock_next on clock (next_fire_at) where state = 'RUNNING';
create index clock_case on clock (case_id);
