// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.reconciliation;

/** What was heard of subjects, counted in the events themselves: one that is gone is not told to anybody. */
final class HeardSubjects {

    private HeardSubjects() {}

    /** @param nouns with which the types of the events begin, as alternatives of a regular expression */
    static String entries(String nouns) {
        return """
                SELECT subject::uuid AS id, subject::uuid AS about, 'HEARD' AS status, '' AS state, count(*) AS told,
                       max(coalesce(sequence, (convert_from(body, 'UTF8')::json ->> 'sequence')::bigint)) AS sequence
                FROM event WHERE subject COLLATE "C" >= ?::uuid::text AND subject COLLATE "C" < ?::uuid::text
                    AND type ~ '^id[.]siaga[.](%s)[.]'
                GROUP BY subject""".formatted(nouns);
    }
}
