// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One link of a case's chain, with the exact bytes that its hash covers; docs/record.md tells them to auditors. */
sealed interface RecordEntry {

    /** What the first entry of a chain follows. */
    static byte[] nothing() {
        return new byte[32];
    }

    UUID caseId();

    long seq();

    Instant at();

    String act();

    byte[] body();

    byte[] previous();

    /** SHA-256 over every field, each with its length before it, so that no two entries read alike. */
    byte[] hash();

    /** Format 1, with the person and the reason in the chain, from which nobody can take them out. Only read by now. */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: the bytes go to and from the database as they are.
    record Plain(
            UUID caseId,
            long seq,
            Instant at,
            String who,
            String act,
            @Nullable String why,
            byte[] body,
            byte[] previous)
            implements RecordEntry {

        @Override
        public byte[] hash() {
            return new Digested()
                    .part(previous)
                    .part(caseId.toString())
                    .number(seq)
                    .time(at)
                    .part(who)
                    .part(act)
                    .optional(why == null ? null : why.getBytes(UTF_8))
                    .part(body)
                    .sha256();
        }
    }

    /**
     * Format 2, with commitments to the texts that may have to be erased.
     *
     * @param who commits to the person; null where the service itself acted
     * @param why commits to the reason; null where none was given
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared: the bytes go to and from the database as they are.
    record Committed(
            UUID caseId,
            long seq,
            Instant at,
            String party,
            byte @Nullable [] who,
            String act,
            byte @Nullable [] why,
            byte[] body,
            byte[] previous)
            implements RecordEntry {

        /** Not as long as a hash, with which format 1 begins, so that no entry can be taken for one of the other format. */
        private static final String FORMAT = "urn:siaga:record-entry:2";

        @Override
        public byte[] hash() {
            return new Digested()
                    .part(FORMAT)
                    .part(previous)
                    .part(caseId.toString())
                    .number(seq)
                    .time(at)
                    .part(party)
                    .optional(who)
                    .part(act)
                    .optional(why)
                    .part(body)
                    .sha256();
        }
    }
}
