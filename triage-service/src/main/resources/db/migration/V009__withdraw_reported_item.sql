-- SPDX-License-Identifier: Apache-2.0

alter table reported_item add column withdrawn_at timestamptz;
alter table reported_item add column withdrawal_reason text;
alter table reported_item add constraint reported_item_withdrawn_with_reason
    check ((withdrawn_at is null) = (withdrawal_reason is null));
comment on column reported_item.withdrawn_at is 'When its reporter took it back; the link to the case stays.';
