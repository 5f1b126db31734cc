-- SPDX-License-Identifier: Apache-2.0

-- What the platform's notice to the content's owner carries; whoever shows it appeals against this order.
alter table orders add column appeal_code text;
update orders set appeal_code = replace(gen_random_uuid()::text, '-', '');
alter table orders alter column appeal_code set not null;
create unique index orders_appeal_code on orders (appeal_code);

create table appeal (
    id               uuid        primary key,
    order_id         uuid        not null references orders,
    decision_id      uuid        not null references decision,
    case_id          uuid        not null references case_file,
    platform         text        not null,
    party            text        not null,
    appellant        text        not null check (appellant in ('PLATFORM', 'CONTENT_OWNER')),
    statement        text        not null,
    status           text        not null check (status in ('RECEIVED', 'UPHELD', 'REJECTED')),
    received_at      timestamptz not null,
    answer_by        timestamptz not null,
    decided_by       text,
    decided_by_party text,
    decided_at       timestamptz,
    answer           text,
    constraint appeal_decided_with_answer
        check (num_nulls(decided_by, decided_by_party, decided_at, answer) in (0, 4)
            and (status = 'RECEIVED') = (decided_by is null))
);
comment on column appeal.party is 'Who answers for the platform.';
create unique index appeal_one_open on appeal (order_id, appellant) where status = 'RECEIVED';
create index appeal_case on appeal (case_id);
create index appeal_by_status on appeal (status, id);
