-- SPDX-License-Identifier: Apache-2.0

create table decision (
    id                uuid primary key,
    case_id           uuid        not null references case_file,
    kind              text        not null check (kind in ('DISMISS', 'REFERRAL', 'NOTICE', 'ORDER', 'CLARIFY')),
    status            text        not null check (status in ('PROPOSED', 'APPROVED', 'RETURNED')),
    reasons           text        not null,
    law_instrument    text,
    law_article       text,
    court_ruling      text,
    proportionality   text,
    lighter_measure   text,
    territorial_scope text[]      not null,
    redress           text,
    flagged           boolean     not null,
    proposed_by       text        not null,
    proposed_by_party text        not null,
    proposed_at       timestamptz not null,
    approved_by       text,
    approved_by_party text,
    approved_at       timestamptz,
    approval_reason   text,
    returned_by       text,
    returned_by_party text,
    returned_at       timestamptz,
    return_reason     text,
    version           bigint      not null,
    constraint decision_four_eyes check (approved_by is null or approved_by <> proposed_by),
    constraint decision_other_organisation
        check (not flagged or approved_by_party is null or approved_by_party <> proposed_by_party),
    constraint decision_approved_by_somebody check ((status = 'APPROVED') = (approved_by is not null)),
    constraint decision_returned_with_reason
        check ((status = 'RETURNED') = (returned_by is not null and return_reason is not null)),
    constraint decision_restriction_has_grounds check (
        kind not in ('NOTICE', 'ORDER')
        or (law_instrument is not null and law_article is not null and proportionality is not null
            and redress is not null and cardinality(territorial_scope) > 0))
);
create unique index decision_one_open on decision (case_id) where status = 'PROPOSED';
create index decision_case on decision (case_id, proposed_at);
