// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Runs the deletion now and then, in every replica: they pass over what another one has locked. */
@ApplicationScoped
class RetentionClock {

    private final Expire expire;

    RetentionClock(Expire expire) {
        this.expire = expire;
    }

    @Scheduled(
            every = "${siaga.retention.every:10m}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        expire.run();
    }
}
