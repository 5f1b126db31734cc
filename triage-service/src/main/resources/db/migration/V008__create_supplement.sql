-- SPDX-License-Identifier: Apache-2.0

alter table reported_item add column new_facts text;
comment on column reported_item.new_facts is 'What its reporter says to be new since the content was reported before.';

-- What a party said of its item later: by a supplement, or by reporting the same content again.
create table supplement (
    supplement_id   uuid primary key,
    item_id         uuid        not null references reported_item,
    statement       text        not null,
    new_facts       text,
    urgency_reason  text,
    refs            jsonb       not null,
    supplemented_at timestamptz not null,
    linked_at       timestamptz not null
);
create index supplement_item on supplement (item_id, supplemented_at, supplement_id);
