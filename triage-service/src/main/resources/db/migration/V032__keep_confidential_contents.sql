-- SPDX-License-Identifier: Apache-2.0

-- It belongs to the content, so that it moves with it from case to case.
alter table content add column confidential_until timestamptz;
comment on column content.confidential_until is 'Until when partners are not told where it is; the latest end that a reporter gave.';
