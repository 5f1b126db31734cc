// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.siaga.triage.checkpoint.ProveInclusion.Witness;
import id.siaga.triage.record.Verification.Fault;
import id.siaga.triage.record.Verification.Place;
import id.siaga.triage.record.Verification.RecordedPart;
import id.siaga.triage.record.Verification.Result;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goes along the chain of one case and computes it again, until something is not as it was appended. */
final class ChainWalk {

    private final UUID caseId;
    private final ObjectMapper json;
    private final @Nullable Witness witness;
    private final List<RecordedPart> gone = new ArrayList<>();
    private final Map<RecordedPart, Long> erasedBy = new HashMap<>();
    private long seq;
    private byte[] hash = RecordEntry.nothing();
    private @Nullable Fault fault;

    /** @param witness what the last checkpoint that tells of the case says of it */
    ChainWalk(UUID caseId, @Nullable Witness witness, ObjectMapper json) {
        this.caseId = caseId;
        this.witness = witness;
        this.json = json;
    }

    UUID caseId() {
        return caseId;
    }

    /** How many entries are as they were appended. */
    long entries() {
        return seq;
    }

    @Nullable
    Fault fault() {
        return fault;
    }

    List<RecordedPart> erased() {
        return gone.stream().filter(erasedBy::containsKey).toList();
    }

    /** Takes the entry that is next in the database; false when it, or what should be before it, is wrong. */
    boolean goOn(StoredEntry stored) {
        RecordEntry entry = stored.entry();
        long next = seq + 1;
        if (entry.seq() != next) {
            return wrong(Result.MISSING, next, Place.ENTRY);
        }
        if (!Arrays.equals(entry.previous(), hash) || !Arrays.equals(entry.hash(), stored.hash())) {
            return wrong(Result.ALTERED, next, Place.ENTRY);
        }
        boolean textsKept =
                switch (entry) {
                    case RecordEntry.Plain plain -> true;
                    case RecordEntry.Committed committed ->
                        keeps(next, TextPart.WHO, committed.who(), stored.who())
                                && keeps(next, TextPart.WHY, committed.why(), stored.why());
                };
        if (!textsKept) {
            return false;
        }
        if (witness != null && witness.leaf().seq() == next && !witness.says(stored.hash())) {
            return wrong(Result.ALTERED, next, Place.CHECKPOINT);
        }
        if (entry.act().equals(EraseTexts.ACT)) {
            noteErasure(entry);
        }
        seq = next;
        hash = stored.hash();
        return true;
    }

    /** Every entry was taken; the chain must end where its head says, and what is gone must have been erased. */
    void end(RecordChain.@Nullable End end) {
        if (fault != null) {
            return;
        }
        if (end == null) {
            wrong(Result.MISSING, seq, Place.HEAD);
        } else if (end.seq() > seq) {
            wrong(Result.TRUNCATED, seq + 1, Place.ENTRY);
        } else if (end.seq() < seq || !Arrays.equals(end.hash(), hash)) {
            wrong(Result.ALTERED, end.seq(), Place.HEAD);
        } else if (witness != null && !witness.genuine()) {
            wrong(Result.ALTERED, witness.leaf().seq(), Place.CHECKPOINT);
        } else if (witness != null && witness.leaf().seq() > seq) {
            wrong(Result.TRUNCATED, seq + 1, Place.CHECKPOINT);
        } else {
            gone.stream()
                    .filter(part -> erasedBy.getOrDefault(part, 0L) <= part.seq())
                    .findFirst()
                    .ifPresent(part -> wrong(Result.MISSING, part.seq(), Place.of(part.part())));
        }
    }

    private boolean keeps(long at, TextPart part, byte @Nullable [] commitment, @Nullable SaltedText text) {
        if (text == null) {
            if (commitment != null) {
                gone.add(new RecordedPart(at, part));
            }
            return true;
        }
        return (commitment != null && text.keeps(commitment)) || wrong(Result.ALTERED, at, Place.of(part));
    }

    private void noteErasure(RecordEntry erasure) {
        try {
            for (JsonNode text :
                    json.readTree(new String(erasure.body(), UTF_8)).path("texts")) {
                for (TextPart part : TextPart.values()) {
                    if (part.code().equals(text.path("part").asText())) {
                        erasedBy.put(new RecordedPart(text.path("seq").asLong(), part), erasure.seq());
                    }
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("What was appended as JSON is JSON, and its hash was just found right", e);
        }
    }

    private boolean wrong(Result result, long at, Place place) {
        fault = new Fault(result, at, place);
        return false;
    }
}
