-- SPDX-License-Identifier: Apache-2.0

-- When any replica was last seen alive, by itself.
create table pulse (
    one     boolean     primary key default true check (one),
    beat_at timestamptz not null
);

create table outage (
    id                uuid        primary key,
    affects           text        not null check (affects in ('ALL', 'DESK', 'PLATFORMS')),
    began_at          timestamptz not null,
    ended_at          timestamptz not null check (ended_at > began_at),
    what              text        not null,
    reason            text        not null,
    recorded_at       timestamptz not null,
    recorded_by       text        not null,
    recorded_by_party text        not null,
    applied_at        timestamptz
);
comment on column outage.affects is 'Whose clocks it extends: of those who could not act meanwhile.';
comment on column outage.applied_at is 'When every clock that it extends was extended; until then none is fired.';
create index outage_pending on outage (began_at) where applied_at is null;
create index outage_time on outage (ended_at, id);
revoke update, delete, truncate on outage from "${app_user}";
grant update (applied_at) on outage to "${app_user}";

create table clock_extension (
    clock_id  uuid     not null references clock,
    outage_id uuid     not null references outage,
    extended  interval not null check (extended >= interval '0'),
    primary key (clock_id, outage_id)
);
revoke update, delete, truncate on clock_extension from "${app_user}";

-- A reply may be due later, since nobody could give it.
grant update (reply_by) on order_wait to "${app_user}";
