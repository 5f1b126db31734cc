-- SPDX-License-Identifier: Apache-2.0

create table case_file (
    id               uuid primary key,
    status           text        not null check (status in ('NEW', 'IN_REVIEW', 'DECIDED', 'CLOSED')),
    progress         text        not null check (progress in ('LINKED', 'IN_REVIEW', 'ORDERED', 'ANSWERED', 'CLOSED', 'DISMISSED')),
    progress_reason  text,
    category         text        not null,
    severity         text check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
    finding          text,
    assessed_by      text,
    assessed_at      timestamptz,
    urgent           boolean     not null,
    election         boolean     not null,
    headline         text        not null,
    opened_at        timestamptz not null,
    decision_kind    text check (decision_kind in ('DISMISS', 'REFERRAL', 'NOTICE', 'ORDER', 'CLARIFY')),
    decided_at       timestamptz,
    closed_at        timestamptz,
    sequence         bigint      not null,
    version          bigint      not null,
    check ((assessed_by is null) = (severity is null))
);
comment on column case_file.sequence is 'Numbers the events about the case; taken under the row lock.';
comment on column case_file.version is 'What officers edit against; linking a report never changes it.';
create index case_file_queue on case_file ((not urgent), opened_at, id);
create index case_file_queue_by_status on case_file (status, (not urgent), opened_at, id);

-- The link authority: one row per content key says which case it belongs to.
-- Keys may be as long as a URL, longer than an index entry may be, so that their digest is what is unique.
create table content (
    id                uuid primary key,
    key               text        not null,
    key_digest        bytea       not null unique check (octet_length(key_digest) = 32),
    case_id           uuid        not null references case_file deferrable initially deferred,
    platform          text        not null,
    kind              text        not null,
    rule_version      integer     not null,
    url               text,
    text              text,
    first_reported_at timestamptz not null,
    last_reported_at  timestamptz not null
);
create index content_case on content (case_id);

create table reported_item (
    item_id              uuid primary key,
    report_id            uuid        not null,
    item_number          integer     not null,
    case_id              uuid        not null references case_file,
    content_id           uuid        not null references content,
    party                text        not null,
    category             text        not null,
    statement_of_reasons text        not null,
    region               text,
    urgency_reason       text,
    live_stream          boolean     not null,
    refs                 jsonb       not null,
    submitted_at         timestamptz not null,
    linked_at            timestamptz not null
);
create index reported_item_case on reported_item (case_id, report_id, item_id);

-- One ordered stream per report: every change told about it takes the next number.
create table told_report (
    report_id    uuid primary key,
    link_version bigint not null
);

create table case_flag (
    case_id   uuid        not null references case_file,
    flag      text        not null,
    raised_by text        not null,
    raised_at timestamptz not null,
    primary key (case_id, flag)
);
