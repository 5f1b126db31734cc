// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

/** The query that counts what was done in a span of time, from the tables of what was done. */
final class WhatWasDone {

    /** The orders that were answered in a span, each with when what it is about was reported. */
    private static final String OF_ANSWERS = """
            with span as (select ?::timestamptz as since, ?::timestamptz as until),
            answered as (
                select o.*, coalesce(r.first, o.issued_at) as reported_at
                from span, orders o
                cross join lateral (
                    select min(i.submitted_at) as first from reported_item i
                    where i.case_id = o.case_id and i.submitted_at <= o.issued_at
                      and i.submitted_at > coalesce((
                          select max(e.issued_at) from orders e
                          where e.case_id = o.case_id and e.platform = o.platform and e.instrument = o.instrument
                            and e.issued_at < o.issued_at), '-infinity')) r
                where o.answered_at >= span.since and o.answered_at < span.until)""";

    /** How many were answered and how many within the hour; the arguments are the span's begin and end. */
    static final String ANSWERED = OF_ANSWERS + """
             select count(*) as answered,
                   count(*) filter (where answered_at <= reported_at + interval '1 hour') as within_the_hour
            from answered""";

    /** Columns subject, key, measure, bucket and count; the arguments are the span's begin and end. */
    static final String QUERY = OF_ANSWERS + """
            , about as (
                select id, 'PLATFORM' as subject, platform as key from answered
                union all select id, 'CATEGORY', category from answered
                union all select distinct a.id, 'REGION', i.region
                    from answered a join reported_item i on i.case_id = a.case_id where i.region is not null
                union all select id, 'DESK', '' from answered),
            lasted as (
                select id, 'REPORT_TO_ANSWER' as measure, answered_at - reported_at as length from answered
                union all select id, 'REPORT_TO_ORDER', issued_at - reported_at from answered
                union all select id, 'ORDER_TO_RECEIPT', received_at - issued_at from answered
                union all select id, 'RECEIPT_TO_ACKNOWLEDGEMENT', acknowledged_at - received_at from answered
                union all select id, 'RECEIPT_TO_ANSWER', answered_at - received_at from answered),
            told as (
                select id, measure, round(ln(greatest(extract(epoch from length), 1)) / ln(1.05))::integer as bucket
                from lasted where length is not null
                union all select id, 'ANSWERED', 0 from answered
                union all select id, 'ANSWERED_WITHIN_THE_HOUR', 0 from answered
                    where answered_at <= reported_at + interval '1 hour'
                union all select id, 'ANSWERED_WITHIN_TARGET', 0 from answered where answered_at <= act_by
                union all select id, 'ANSWERED_WITH_LEGAL_DUE', 0 from answered where legal_due is not null
                union all select id, 'ANSWERED_WITHIN_LEGAL_DUE', 0 from answered where answered_at <= legal_due
                union all select a.id, m.measure, 0
                    from answered a join order_locator l on l.order_id = a.id and l.result is not null
                    cross join lateral (values ('LOCATORS'), (l.result), ('REFUSED_' || l.refusal_ground)) m (measure)
                    where m.measure is not null),
            promised as (
                select a.platform || ':' || a.category as key, m.measure,
                       greatest(extract(epoch from m.length), 0) as seconds
                from answered a cross join lateral (values
                    ('ANSWERED_IN', a.answered_at - a.received_at - coalesce(
                        (select sum(w.ended_at - w.asked_at) from order_wait w where w.order_id = a.id), interval '0')),
                    ('REPORT_ANSWERED_IN', a.answered_at - a.reported_at)) m (measure, length)
                where m.length is not null),
            linked as (
                select i.*, exists (
                    select from reported_item e
                    where e.case_id = i.case_id and e.content_id = i.content_id and e.linked_at < i.linked_at) as again
                from span, reported_item i
                where i.linked_at >= span.since and i.linked_at < span.until),
            judged as (
                select d.id, d.case_id, d.kind, d.approved_at, coalesce((
                    select max(e.approved_at) from decision e
                    where e.case_id = d.case_id and e.kind <> 'CLARIFY' and e.approved_at < d.approved_at),
                    '-infinity') as before
                from span, decision d
                where d.approved_at >= span.since and d.approved_at < span.until),
            item as (
                select item_id, party, category, region, 'REPORTED' as measure from linked
                union all select item_id, party, category, region, 'DUPLICATE' from linked where again
                union all select i.item_id, i.party, i.category, i.region,
                        case j.kind when 'DISMISS' then 'DISMISSED' else 'UPHELD' end
                    from judged j join reported_item i on i.case_id = j.case_id
                        and i.linked_at <= j.approved_at and i.linked_at > j.before
                    where j.kind <> 'CLARIFY'),
            decided as (
                select 'DECIDED' as measure from judged
                union all select 'RESTRICTED' from judged where kind in ('REFERRAL', 'NOTICE', 'ORDER')
                union all select 'RETURNED' from span, decision d
                    where d.returned_at >= span.since and d.returned_at < span.until
                union all select 'REVERSED' from span, decision d
                    where d.reversed_at >= span.since and d.reversed_at < span.until
                      and d.kind in ('REFERRAL', 'NOTICE', 'ORDER')),
            counted as (
                select a.subject, a.key, t.measure, t.bucket from about a join told t using (id)
                union all select 'PLATFORM_CATEGORY', key, measure, case
                        when seconds <= 3600 then ceil(seconds)
                        when seconds <= 86400 then ceil(seconds / 60) * 60
                        else ceil(least(seconds, 1000000000) / 3600) * 3600 end::integer
                    from promised
                union all select s.subject, s.key, i.measure, 0
                    from item i cross join lateral (values
                        ('REPORTER', i.party), ('CATEGORY', i.category), ('REGION', i.region), ('DESK', '')) s (subject, key)
                    where s.key is not null
                union all select 'DESK', '', measure, 0 from decided)
            select subject, key, measure, bucket, count(*) as count from counted
            group by subject, key, measure, bucket""";

    private WhatWasDone() {}
}
