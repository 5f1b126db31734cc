-- SPDX-License-Identifier: Apache-2.0

alter table clock_policy drop constraint clock_policy_kind_check;
alter table clock_policy add constraint clock_policy_kind_check check (kind in
    ('SERVICE', 'ACT_TARGET', 'ACT_LEGAL', 'CLARIFICATION_REPLY', 'REINSTATE', 'TRIAGE', 'APPROVE', 'EMERGENCY_REVIEW',
     'APPEAL_ANSWER', 'LETTER_INTERVAL'));
insert into clock_policy (code, kind, urgent, limit_seconds, source) values
    ('letter-interval-short', 'LETTER_INTERVAL', true, 14400, 'Permenkominfo 5/2020 art. 15(11)'),
    ('letter-interval', 'LETTER_INTERVAL', false, 86400, 'Permenkominfo 5/2020 art. 15(11)');
insert into clock_policy_version
    select code, version, kind, instrument, category, law, platform, urgent, limit_seconds, after_wait, source, now(),
           'siaga', 'siaga', 'As Siaga came.'
    from clock_policy where kind = 'LETTER_INTERVAL';
