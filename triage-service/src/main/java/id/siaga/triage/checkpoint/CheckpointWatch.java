// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.checkpoint;

import id.siaga.triage.watch.Watch;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Looks in every replica whether the checkpoint of the day that has ended is made. */
@ApplicationScoped
class CheckpointWatch {

    private static final Duration POLL = Duration.ofMinutes(1);

    private final MakeCheckpoint checkpoints;
    private @Nullable Watch watch;

    CheckpointWatch(MakeCheckpoint checkpoints) {
        this.checkpoints = checkpoints;
    }

    void start(@Observes StartupEvent event) {
        watch = Watch.start("checkpoint-watch", checkpoints::make, POLL);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        if (watch != null) {
            watch.stop();
        }
    }
}
