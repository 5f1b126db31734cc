-- SPDX-License-Identifier: Apache-2.0

alter table content add column same_as uuid references content;
alter table content add constraint content_is_not_its_own_alias check (same_as <> id);
comment on column content.same_as is
    'The content that stands for this one, since two keys turned out to be of one; that one is the same as none.';
create index content_same_as on content (same_as) where same_as is not null;
comment on column content.first_reported_at is 'Infinity for a key that is known from an alias only.';
