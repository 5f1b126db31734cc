-- SPDX-License-Identifier: Apache-2.0

alter table clock_policy add column version bigint not null default 0;
alter table clock_policy add column platform text references platform;
comment on column clock_policy.platform is 'The one platform for which it holds, such as for what its owner has committed itself to.';
comment on column clock_policy.urgent is 'Whether it is for what is urgent, or falls into an election.';
alter table clock_policy add constraint clock_policy_conditions
    unique nulls not distinct (kind, instrument, category, law, platform, urgent);

create table clock_policy_version (
    code             text        not null,
    version          bigint      not null,
    kind             text        not null,
    instrument       text,
    category         text,
    law              text,
    platform         text,
    urgent           boolean,
    limit_seconds    integer     not null,
    after_wait       text        not null,
    source           text        not null,
    changed_at       timestamptz not null,
    changed_by       text        not null,
    changed_by_party text        not null,
    reason           text        not null,
    primary key (code, version)
);
insert into clock_policy_version
    select code, version, kind, instrument, category, law, platform, urgent, limit_seconds, after_wait, source, now(),
           'siaga', 'siaga', 'As Siaga came.'
    from clock_policy;
-- How long somebody had for something has to be told years later, too.
revoke update, delete, truncate on clock_policy_version from "${app_user}";
revoke delete, truncate on clock_policy from "${app_user}";

alter table clock add column after_wait text check (after_wait in ('RESUME', 'RESTART'));
update clock c set after_wait = p.after_wait from clock_policy p where p.code = c.policy;
alter table clock alter column after_wait set not null;
comment on column clock.after_wait is 'As its policy said when it was started.';

create table election_window (
    id        uuid        primary key,
    version   bigint      not null,
    starts_at timestamptz not null,
    ends_at   timestamptz not null check (ends_at > starts_at)
);
create index election_window_time on election_window (starts_at, id);

create table election_window_version (
    id               uuid        not null references election_window,
    version          bigint      not null,
    stage            text        not null,
    region           text check (region ~ '^ID-[A-Z]{2}$'),
    starts_at        timestamptz not null,
    ends_at          timestamptz not null check (ends_at > starts_at),
    quiet_from       timestamptz,
    quiet_to         timestamptz,
    changed_at       timestamptz not null,
    changed_by       text        not null,
    changed_by_party text        not null,
    reason           text        not null,
    primary key (id, version),
    check ((quiet_from is null) = (quiet_to is null)),
    check (quiet_from >= starts_at and quiet_to <= ends_at and quiet_to > quiet_from)
);
comment on column election_window_version.region is 'A province; null for the whole country.';
revoke update, delete, truncate on election_window_version from "${app_user}";
revoke delete, truncate on election_window from "${app_user}";
