-- SPDX-License-Identifier: Apache-2.0

-- Of the numbers of a case, those under which nobody outside the suite was told anything: aliases. What is left is how much
-- others must have been told.
alter table case_file add column untold bigint not null default 0;
comment on column case_file.untold is
    'Of sequence; less than 0 where somebody was told more, before the database was restored to an earlier time.';

-- What was counted before can be read off the record.
update case_file c set untold = a.aliases
from (select case_id, count(*) as aliases from record where act = 'content-aliased' group by case_id) a
where a.case_id = c.id;
