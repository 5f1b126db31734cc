-- SPDX-License-Identifier: Apache-2.0

alter table task add column route_kind text, add column route_address text;
alter table task add constraint task_route_check check (route_address is null or route_kind is not null);
comment on column task.route_kind is 'By which contact route an order is to be served, when the task was raised last.';
alter table task drop constraint task_kind_check;
alter table task add constraint task_kind_check check (kind in
    ('ORDERED_CONTENT_REPORTED', 'REPORTS_WITHDRAWN', 'CHECK_ORDER', 'TRIAGE_OVERDUE', 'APPROVAL_OVERDUE',
     'APPEAL_OVERDUE', 'SERVE_ORDER', 'ISSUE_LETTER', 'WEIGH_REFUSAL', 'READ_MESSAGE'));
