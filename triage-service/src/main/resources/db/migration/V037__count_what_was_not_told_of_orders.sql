-- SPDX-License-Identifier: Apache-2.0

-- As of cases: limits of the desk's own, and messages to a desk without a name.
alter table orders add column untold bigint not null default 0;
comment on column orders.untold is 'Of sequence; as that of case_file.';

-- What was counted before can be read off the clocks as far as they tell it. Where they do not, a reconciliation tells once
-- more how the order is, and counts from then.
update orders o set untold = k.marks
from (select order_id, sum(case fired when 50 then 1 when 80 then 2 when 100 then 3 else 0 end) as marks
      from clock where order_id is not null and kind in ('SERVICE', 'CLARIFICATION_REPLY') group by order_id) k
where k.order_id = o.id;
