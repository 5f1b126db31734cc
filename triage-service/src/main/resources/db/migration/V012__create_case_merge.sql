-- SPDX-License-Identifier: Apache-2.0

alter table case_file drop constraint case_file_status_check;
alter table case_file add constraint case_file_status_check
    check (status in ('NEW', 'IN_REVIEW', 'DECIDED', 'CLOSED', 'MERGED'));
alter table case_file add column merged_into uuid references case_file;
alter table case_file add constraint case_file_merged_into_another
    check ((status = 'MERGED') = (merged_into is not null) and merged_into <> id);

-- What moved with a case, so that it can be moved back.
create table case_merge (
    id              uuid primary key,
    case_id         uuid        not null references case_file,
    into_case       uuid        not null references case_file,
    contents        uuid[]      not null,
    status_before   text        not null check (status_before in ('NEW', 'IN_REVIEW')),
    reason          text        not null,
    merged_at       timestamptz not null,
    merged_by       text        not null,
    merged_by_party text        not null,
    split_reason    text,
    split_at        timestamptz,
    split_by        text,
    split_by_party  text,
    check ((split_at is null) = (split_by is null) and (split_at is null) = (split_by_party is null)
        and (split_at is null) = (split_reason is null))
);
create unique index case_merge_one_standing on case_merge (case_id) where split_at is null;
create index case_merge_into on case_merge (into_case);
