// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a checkpoint says of one case: how far its record had come.
 *
 * @param number its place among the leaves, from 0
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record Leaf(LocalDate day, long number, UUID caseId, long seq, byte[] hash) {

    /** The case's id in 16 bytes, the number of the entry in 8, and its hash. */
    byte[] treeHash() {
        return MerkleTree.leaf(ByteBuffer.allocate(2 * Long.BYTES + Long.BYTES + hash.length)
                .putLong(caseId.getMostSignificantBits())
                .putLong(caseId.getLeastSignificantBits())
                .putLong(seq)
                .put(hash)
                .array());
    }
}
