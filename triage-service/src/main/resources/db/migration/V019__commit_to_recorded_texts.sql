-- SPDX-License-Identifier: Apache-2.0

-- Format 1 has the person and the reason in the chain itself, format 2 what commits to them.
alter table record
    add column format         smallint not null default 1 check (format in (1, 2)),
    add column party          text,
    add column who_commitment bytea,
    add column why_commitment bytea,
    alter column who drop not null,
    add check (format = 2 or (who is not null and party is null and who_commitment is null and why_commitment is null)),
    add check (format = 1 or (who is null and why is null and party is not null));
comment on column record.format is 'The default is what a replica of the version before this one appends.';
create index record_erasure on record (case_id, seq) where act = 'texts-erased';

-- The texts themselves, each with the salt that makes its commitment tell nothing once both are gone.
create table record_text (
    case_id uuid   not null,
    seq     bigint not null,
    part    text   not null check (part in ('who', 'why')),
    salt    bytea  not null,
    text    text   not null,
    primary key (case_id, seq, part),
    foreign key (case_id, seq) references record
);
create index record_text_who on record_text (text, case_id, seq) where part = 'who';

revoke update, delete, truncate on record_text from "${app_user}";
revoke delete, truncate on record_head from "${app_user}";

-- The only way for a text to go: what the case's record says, in this very transaction, to be erased.
create function erase_recorded_texts(of_case uuid) returns integer
    language plpgsql
    security definer
    set search_path = public, pg_temp
as $$
declare
    erased integer;
begin
    delete from record_text t
    using record r, jsonb_to_recordset(convert_from(r.body, 'UTF8')::jsonb -> 'texts') as e (seq bigint, part text)
    where r.case_id = of_case and r.act = 'texts-erased' and r.xmin = pg_current_xact_id()::xid
      and t.case_id = r.case_id and t.seq = e.seq and t.part = e.part and t.seq < r.seq;
    get diagnostics erased = row_count;
    return erased;
end
$$;
revoke all on function erase_recorded_texts(uuid) from public;
grant execute on function erase_recorded_texts(uuid) to "${app_user}";
