-- SPDX-License-Identifier: Apache-2.0

alter table statistic drop constraint statistic_subject_check;
alter table statistic add constraint statistic_subject_check check (subject in
    ('PLATFORM', 'PLATFORM_CATEGORY', 'REPORTER', 'CATEGORY', 'REGION', 'DESK'));
comment on column statistic.bucket is
    'Of a length of time: the power of 1.05 that is nearest to its seconds; of ANSWERED_IN and REPORT_ANSWERED_IN, which are '
    'held against what was promised: the seconds that it took at most. Zero for what is only counted.';

-- Days that were counted before commitments were measured.
insert into statistic (day, subject, key, measure, bucket, count)
    select p.day, 'PLATFORM_CATEGORY', p.key, p.measure,
           case when p.seconds <= 3600 then ceil(p.seconds)
                when p.seconds <= 86400 then ceil(p.seconds / 60) * 60
                else ceil(least(p.seconds, 1000000000) / 3600) * 3600 end::integer as bucket,
           count(*)
    from (
        select d.day, a.platform || ':' || a.category as key, m.measure,
               greatest(extract(epoch from m.length), 0) as seconds
        from statistic_day d
        join orders a on a.answered_at >= d.day::timestamp at time zone 'UTC'
            and a.answered_at < (d.day + 1)::timestamp at time zone 'UTC'
        cross join lateral (
            select coalesce(min(i.submitted_at), a.issued_at) as reported_at from reported_item i
            where i.case_id = a.case_id and i.submitted_at <= a.issued_at
              and i.submitted_at > coalesce((
                  select max(e.issued_at) from orders e
                  where e.case_id = a.case_id and e.platform = a.platform and e.instrument = a.instrument
                    and e.issued_at < a.issued_at), '-infinity')) r
        cross join lateral (values
            ('ANSWERED_IN', a.answered_at - a.received_at - coalesce(
                (select sum(w.ended_at - w.asked_at) from order_wait w where w.order_id = a.id), interval '0')),
            ('REPORT_ANSWERED_IN', a.answered_at - r.reported_at)) m (measure, length)
        where m.length is not null) p
    group by 1, 3, 4, 5;

-- What a platform has and has not answered: few at any time, however many there were.
create index orders_owed on orders (platform, received_at)
    where answered_at is null and status in ('ISSUED', 'DELIVERED', 'ACKNOWLEDGED');
