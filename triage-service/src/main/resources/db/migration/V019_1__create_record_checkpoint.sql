-- SPDX-License-Identifier: Apache-2.0

-- One a day: what the records of all cases had come to, under one signature.
create table record_checkpoint (
    day       date        primary key,
    number    bigint      not null unique check (number > 0),
    leaves    bigint      not null,
    root      bytea       not null,
    made_at   timestamptz not null,
    note      bytea       not null,
    key_id    text        not null,
    signature bytea       not null
);
comment on column record_checkpoint.note is 'The bytes that are signed.';

-- The heads that had moved since the checkpoint before; a leaf of the tree each.
create table record_leaf (
    day       date   not null references record_checkpoint deferrable initially deferred,
    number    bigint not null,
    case_id   uuid   not null references case_file,
    seq       bigint not null,
    hash      bytea  not null,
    leaf_hash bytea  not null,
    primary key (day, number)
);
create unique index record_leaf_case on record_leaf (case_id, seq);

-- Roots of 256 leaves each, so that nobody who asks about one case computes the tree of all.
create table record_branch (
    day    date   not null references record_checkpoint deferrable initially deferred,
    number bigint not null,
    hash   bytea  not null,
    primary key (day, number)
);

revoke update, delete, truncate on record_checkpoint, record_leaf, record_branch from "${app_user}";
