// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Proves what a checkpoint tells of a case. */
@ApplicationScoped
public class ProveInclusion {

    private final Checkpoints checkpoints;
    private final SigningKeys keys;

    ProveInclusion(Checkpoints checkpoints, SigningKeys keys) {
        this.checkpoints = checkpoints;
        this.keys = keys;
    }

    /** A leaf with its way to the root. */
    record Proof(Checkpoint checkpoint, Leaf leaf, List<byte[]> path) {}

    /**
     * What the last checkpoint that tells of a case says of it.
     *
     * @param genuine whether the checkpoint is signed by us, and the leaf leads to its root
     */
    public record Witness(Leaf leaf, boolean genuine) {

        /** Whether the entry that the leaf names has this hash. */
        public boolean says(byte[] hash) {
            return Arrays.equals(leaf.hash(), hash);
        }
    }

    @Transactional
    public Optional<Witness> witness(UUID caseId) {
        return prove(caseId, null)
                .map(proof -> new Witness(
                        proof.leaf,
                        proof.checkpoint.genuine(keys)
                                && MerkleTree.leads(
                                        proof.leaf.treeHash(),
                                        proof.leaf.number(),
                                        proof.checkpoint.leaves(),
                                        proof.path,
                                        proof.checkpoint.root())));
    }

    @Transactional
    Optional<Proof> prove(UUID caseId, @Nullable LocalDate day) {
        return checkpoints.leaf(caseId, day).flatMap(leaf -> checkpoints
                .find(leaf.day())
                .map(checkpoint -> new Proof(checkpoint, leaf, path(leaf))));
    }

    /** Through its branch, then through the branches. */
    private List<byte[]> path(Leaf leaf) {
        long branch = leaf.number() / MerkleTree.BRANCH;
        List<byte[]> beside = checkpoints.leafHashes(leaf.day(), branch * MerkleTree.BRANCH, MerkleTree.BRANCH);
        List<byte[]> path = new ArrayList<>(MerkleTree.path((int) (leaf.number() % MerkleTree.BRANCH), beside));
        path.addAll(MerkleTree.path((int) branch, checkpoints.branches(leaf.day())));
        return path;
    }
}
