-- SPDX-License-Identifier: Apache-2.0

-- What the desk watches live, for an hour. By the transaction first: a number alone would pass over what commits late.
create table stream_event (
    xid       xid8        not null default pg_current_xact_id(),
    seq       bigint      not null generated always as identity,
    kind      text        not null,
    case_id   uuid,
    order_id  uuid,
    status    text,
    clock     text,
    percent   integer,
    due_at    timestamptz,
    at        timestamptz not null,
    primary key (xid, seq)
);
create index stream_event_at on stream_event (at);
revoke truncate on stream_event from "${app_user}";

-- Up to where events are deleted: who has read less than that has missed some.
create table stream_floor (
    one boolean primary key default true check (one),
    xid xid8    not null,
    seq bigint  not null
);
insert into stream_floor (xid, seq) values ('0', 0);
revoke insert, delete, truncate on stream_floor from "${app_user}";
