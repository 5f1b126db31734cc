-- SPDX-License-Identifier: Apache-2.0

alter table clock add column subject_id uuid;
update clock set subject_id = order_id;
alter table clock alter column subject_id set not null;
alter table clock alter column order_id drop not null;
alter table clock add constraint clock_runs_for_its_order check (order_id is null or order_id = subject_id);
comment on column clock.subject_id is 'The order, case, decision or appeal that it runs for.';
comment on column clock.round is 'Which of its subject''s clocks of this kind: a reply is waited for anew, a case reopened.';
alter table clock drop constraint clock_order_id_kind_round_key;
alter table clock add unique (subject_id, kind, round);
create unique index clock_one_triage on clock (subject_id) where kind = 'TRIAGE' and state = 'RUNNING';

-- Clocks of orders and of cases are fired apart; what is due of one is not searched for what is due of the other.
drop index clock_next;
create index clock_next_of_order on clock (next_fire_at) where state = 'RUNNING' and order_id is not null;
create index clock_next_of_case on clock (next_fire_at) where state = 'RUNNING' and order_id is null;

alter table clock_policy drop constraint clock_policy_kind_check;
alter table clock_policy add constraint clock_policy_kind_check check (kind in
    ('SERVICE', 'ACT_TARGET', 'ACT_LEGAL', 'CLARIFICATION_REPLY', 'REINSTATE', 'TRIAGE', 'APPROVE', 'EMERGENCY_REVIEW',
     'APPEAL_ANSWER'));
insert into clock_policy (code, kind, urgent, limit_seconds, source) values
    ('triage-short', 'TRIAGE', true, 900, 'desk rule'),
    ('triage', 'TRIAGE', false, 14400, 'desk rule'),
    ('approve-short', 'APPROVE', true, 600, 'desk rule'),
    ('approve', 'APPROVE', false, 14400, 'desk rule'),
    ('emergency-review', 'EMERGENCY_REVIEW', null, 86400, 'desk rule'),
    ('appeal-answer', 'APPEAL_ANSWER', null, 1209600, 'Regulation (EU) 2021/784 art. 10'),
    ('reinstate', 'REINSTATE', null, 172800, 'Permenkominfo 5/2020 art. 20')
on conflict (code) do nothing;

alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in
    ('ORDERED_CONTENT_REPORTED', 'REPORTS_WITHDRAWN', 'CHECK_ORDER', 'TRIAGE_OVERDUE', 'APPROVAL_OVERDUE', 'APPEAL_OVERDUE'));
