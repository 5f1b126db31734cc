-- SPDX-License-Identifier: Apache-2.0

-- What a platform owes besides what an order says; it does not go with the content.
create table obligation (
    id               uuid           primary key,
    order_id         uuid           not null references orders,
    case_id          uuid           not null references case_file,
    letter_id        uuid           not null,
    kind             text           not null check (kind in ('FINE')),
    amount           numeric(18, 2) not null check (amount > 0),
    currency         text           not null check (currency ~ '^[A-Z]{3}$'),
    legal_basis      text           not null,
    due_at           timestamptz    not null,
    status           text           not null check (status in ('OPEN', 'PAID', 'WAIVED')),
    imposed_at       timestamptz    not null,
    imposed_by       text           not null,
    imposed_by_party text           not null,
    settled_at       timestamptz,
    settled_by       text,
    settled_by_party text,
    reason           text,
    check ((status = 'OPEN') = (settled_at is null)),
    check ((settled_at is null) = (settled_by is null) and (settled_at is null) = (settled_by_party is null)
           and (settled_at is null) = (reason is null))
);
create index obligation_order on obligation (order_id, imposed_at);
revoke delete, truncate on obligation from "${app_user}";

create table letter (
    id                  uuid        primary key,
    order_id            uuid        not null references orders,
    case_id             uuid        not null references case_file,
    number              integer check (number > 0),
    step                text check (step in ('LETTER_1', 'LETTER_2', 'LETTER_3', 'REGULATOR_REFERRAL')),
    obligation_id       uuid references obligation,
    status              text        not null check (status in ('DRAFTED', 'ISSUED', 'DISCARDED')),
    drafted_at          timestamptz not null,
    reasons_of_platform text,
    none_given          boolean     not null default false,
    deadline            timestamptz,
    ended_at            timestamptz,
    ended_by            text,
    ended_by_party      text,
    discarded_because   text,
    html_id             text,
    html_en             text,
    unique (order_id, number),
    check ((number is not null) = (status = 'ISSUED')),
    check ((step is null) <> (obligation_id is null)),
    check ((status = 'DRAFTED') = (ended_at is null)),
    check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_by_party is null)),
    check ((status = 'DISCARDED') = (discarded_because is not null)),
    check ((status = 'ISSUED') = (html_id is not null) and (status = 'ISSUED') = (html_en is not null)),
    check ((status = 'ISSUED') = ((reasons_of_platform is not null) <> none_given))
);
comment on column letter.number is 'Which of those that were issued: a draft that was discarded leaves no gap.';
comment on column letter.step is 'Which letter about what the order says; null for one about an obligation.';
comment on column letter.html_en is 'As it was issued, whatever is said of the order later.';
-- No step is warned of twice.
create unique index letter_once on letter (order_id, step) where status <> 'DISCARDED';
revoke delete, truncate on letter from "${app_user}";
alter table obligation add foreign key (letter_id) references letter;
