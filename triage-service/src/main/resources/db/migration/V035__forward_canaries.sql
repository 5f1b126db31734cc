-- SPDX-License-Identifier: Apache-2.0

-- Synthetic events of the last day; no case and no order.
create table canary (
    id           uuid        primary key,
    issued_at    timestamptz not null,
    forwarded_at timestamptz not null,
    received_at  timestamptz
);
comment on table canary is 'What took the way of orders to see whether they would arrive; kept for a day.';
create index canary_issued on canary (issued_at);
