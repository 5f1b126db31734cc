-- SPDX-License-Identifier: Apache-2.0

create table orders (
    id                        uuid primary key,
    decision_id               uuid        not null references decision,
    case_id                   uuid        not null references case_file,
    platform                  text        not null references platform,
    party                     text        not null,
    instrument                text        not null check (instrument in ('REFERRAL', 'NOTICE', 'ORDER')),
    category                  text        not null,
    urgent                    boolean     not null,
    status                    text        not null check (status in ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED', 'ANSWERED', 'CLOSED')),
    reasons                   text        not null,
    law_instrument            text,
    law_article               text,
    court_ruling              text,
    proportionality           text,
    territorial_scope         text[]      not null,
    redress                   text,
    issued_at                 timestamptz not null,
    serve_by                  timestamptz not null,
    received_at               timestamptz,
    act_by                    timestamptz,
    legal_due                 timestamptz,
    acknowledged_at           timestamptz,
    acknowledgement_reference text,
    answered_at               timestamptz,
    closed_at                 timestamptz,
    sequence                  bigint      not null,
    version                   bigint      not null,
    check (received_at >= issued_at),
    check ((received_at is null) = (act_by is null)),
    check (status not in ('ACKNOWLEDGED', 'ANSWERED', 'CLOSED') or (acknowledged_at is not null and received_at is not null)),
    check (status not in ('ANSWERED', 'CLOSED') or answered_at is not null),
    check ((status = 'CLOSED') = (closed_at is not null))
);
comment on column orders.urgent is 'Whether the short limits apply: an urgent category, or an election.';
create unique index orders_once_per_decision on orders (decision_id, platform, instrument);
create index orders_case on orders (case_id);
create index orders_party on orders (party, id desc);
create index orders_status on orders (status, id desc);

create table order_locator (
    id            uuid primary key,
    order_id      uuid    not null references orders,
    number        integer not null,
    content_id    uuid    not null references content,
    content_key   text    not null,
    url           text    not null,
    platform      text    not null,
    instrument    text    not null,
    open          boolean not null,
    result        text check (result in ('REMOVED', 'ACCESS_DISABLED', 'GEO_RESTRICTED', 'LABELLED', 'DEMOTED',
        'AGE_RESTRICTED', 'ACCOUNT_SUSPENDED', 'ALREADY_GONE', 'NOT_FOUND', 'REFUSED')),
    territories   text[],
    acted_at      timestamptz,
    ground        text,
    refusal_ground text check (refusal_ground in ('LAWFUL', 'INSUFFICIENT_BASIS', 'WRONG_PLATFORM',
        'SATIRE_OR_JOURNALISM', 'DISPROPORTIONATE', 'OTHER')),
    reference     text,
    note          text,
    answered_at   timestamptz,
    finding       text check (finding in ('GONE', 'RESTRICTED', 'STILL_UP', 'REFUSAL_ACCEPTED')),
    finding_note  text,
    checked_by    text,
    checked_at    timestamptz,
    unique (order_id, number),
    check ((result = 'REFUSED') is not distinct from (refusal_ground is not null) or result is null),
    check ((result is null) = (answered_at is null)),
    check (finding is null or result is not null)
);
-- Nobody is asked the same thing twice at once.
create unique index order_locator_one_open on order_locator (platform, content_id, instrument) where open;

create table order_transition (
    order_id uuid        not null references orders,
    number   integer     not null,
    status   text        not null,
    at       timestamptz not null,
    who      text        not null,
    party    text        not null,
    why      text,
    primary key (order_id, number)
);
revoke update, delete, truncate on order_transition from "${app_user}";
