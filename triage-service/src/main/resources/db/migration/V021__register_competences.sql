-- SPDX-License-Identifier: Apache-2.0

-- Which authority may have what ordered away, and under which article. An entry is never rewritten: it ends, and
-- another one begins.
create table competence (
    id             uuid        primary key,
    party          text        not null,
    instrument     text        not null,
    article        text        not null,
    category       text,
    valid_from     timestamptz not null,
    valid_until    timestamptz,
    source         text        not null,
    entered_by     text        not null,
    entered_party  text        not null,
    entered_at     timestamptz not null,
    ended_by       text,
    ended_party    text,
    ended_at       timestamptz,
    end_reason     text,
    check (valid_until >= valid_from),
    check (num_nulls(ended_by, ended_party, ended_at, end_reason) in (0, 4)),
    check (ended_at is null or valid_until is not null)
);
comment on column competence.category is
    'Null for every category but those that can be ordered away with a court''s ruling only.';
comment on column competence.source is 'Where the power is published.';
comment on column competence.valid_until is 'From when on it gives no power any longer; null as long as no end is known.';
create index competence_party on competence (party);
revoke delete, truncate on competence from "${app_user}";

-- What each power must say of itself. Rows from before keep what they have.
alter table decision add column terms text;
alter table decision add column authority text;
alter table decision add column file_reference text;
alter table decision add constraint decision_names_its_power check (
    case kind
        when 'REFERRAL' then terms is not null and law_instrument is null and authority is null
        when 'NOTICE' then terms is null and authority is null
        when 'ORDER' then terms is null and authority is not null and file_reference is not null
        else terms is null and authority is null
    end) not valid;
comment on column decision.terms is 'Which of the platform''s own terms a REFERRAL says are broken.';
comment on column decision.authority is 'The party in whose name an ORDER is made, with its reference to the file.';

alter table orders add column terms text;
alter table orders add column authority text;
alter table orders add column file_reference text;
alter table orders add constraint orders_name_their_power check (
    case instrument
        when 'REFERRAL' then terms is not null and law_instrument is null and authority is null
        when 'NOTICE' then terms is null and authority is null and law_instrument is not null
        when 'ORDER' then terms is null and authority is not null and file_reference is not null and law_instrument is not null
    end) not valid;
