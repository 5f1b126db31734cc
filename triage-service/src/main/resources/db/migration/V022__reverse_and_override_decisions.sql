-- SPDX-License-Identifier: Apache-2.0

alter table decision drop constraint decision_status_check;
alter table decision add constraint decision_status_check
    check (status in ('PROPOSED', 'APPROVED', 'RETURNED', 'REVERSED'));

-- What was approved may turn out to be wrong, and is then undone by somebody who took no part in it.
alter table decision add column reversed_by text;
alter table decision add column reversed_by_party text;
alter table decision add column reversed_at timestamptz;
alter table decision add column reversal_reason text;
alter table decision drop constraint decision_approved_by_somebody;
alter table decision add constraint decision_approved_by_somebody
    check ((status in ('APPROVED', 'REVERSED')) = (approved_by is not null));
alter table decision add constraint decision_reversed_with_reason
    check (num_nulls(reversed_by, reversed_by_party, reversed_at, reversal_reason) in (0, 4)
        and (status = 'REVERSED') = (reversed_by is not null));
alter table decision add constraint decision_reversed_by_somebody_else
    check (reversed_by is null or (reversed_by <> proposed_by and reversed_by <> approved_by));

-- Where lives are at stake an order is issued at once; it stands for a day, unless a second person approves it.
alter table decision add column overridden_at timestamptz;
alter table decision add column override_reason text;
alter table decision add column review_by timestamptz;
alter table decision add constraint decision_override_is_reviewed
    check (num_nulls(overridden_at, override_reason, review_by) in (0, 3));
alter table decision add constraint decision_override_orders check (overridden_at is null or kind = 'ORDER');
create index decision_under_review on decision (case_id) where status = 'PROPOSED' and overridden_at is not null;
