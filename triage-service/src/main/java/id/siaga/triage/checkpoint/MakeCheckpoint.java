// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Makes the checkpoint of the day that has ended; of days in which nobody was there to, the next one tells all. */
@ApplicationScoped
public class MakeCheckpoint {

    private static final Logger LOG = Logger.getLogger(MakeCheckpoint.class);
    private static final int PAGE = 256 * MerkleTree.BRANCH;

    /** The first one may have a million leaves. */
    private static final int SECONDS = 900;

    private final Checkpoints checkpoints;
    private final SigningKeys keys;
    private final CheckpointMetrics metrics;
    private final Clock clock;

    MakeCheckpoint(Checkpoints checkpoints, SigningKeys keys, CheckpointMetrics metrics, Clock clock) {
        this.checkpoints = checkpoints;
        this.keys = keys;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Makes it unless it is made; returns how many were. */
    @Transactional
    @TransactionConfiguration(timeout = SECONDS)
    public int make() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
        Optional<Checkpoint> newest = checkpoints.last();
        newest.ifPresent(one -> metrics.found(one.day()));
        if (made(newest, day)) {
            return 0;
        }
        checkpoints.alone();
        Optional<Checkpoint> last = checkpoints.last();
        if (made(last, day)) {
            return 0;
        }
        int leaves = checkpoints.addLeaves(day);
        List<byte[]> branches = branches(day, leaves);
        checkpoints.addBranches(day, branches);
        checkpoints.add(Checkpoint.sign(
                day,
                last.map(Checkpoint::number).orElse(0L) + 1,
                leaves,
                MerkleTree.root(branches),
                now,
                last.map(Checkpoint::noteHash).orElseGet(Checkpoint::nothing),
                keys));
        metrics.made(day);
        LOG.infof("The checkpoint of %s is made, with the records of %d cases", day, leaves);
        return 1;
    }

    private static boolean made(Optional<Checkpoint> last, LocalDate day) {
        return last.filter(one -> !one.day().isBefore(day)).isPresent();
    }

    private List<byte[]> branches(LocalDate day, int leaves) {
        List<byte[]> branches = new ArrayList<>();
        for (long from = 0; from < leaves; from += PAGE) {
            List<byte[]> page = checkpoints.leafHashes(day, from, PAGE);
            for (int i = 0; i < page.size(); i += MerkleTree.BRANCH) {
                branches.add(MerkleTree.root(page.subList(i, Math.min(page.size(), i + MerkleTree.BRANCH))));
            }
        }
        return branches;
    }
}
