// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import java.time.Duration;

/**
 * The time limits of a batch, each longer than the one before: a send has expired before the relay stops waiting for it,
 * the relay has given up before the broker aborts its transaction, and only a relay that is stopped altogether is still
 * idle when PostgreSQL drops its session and frees the shard.
 */
record RelayLimits(Duration delivery) {

    private static final Duration STEP = Duration.ofSeconds(10);

    Duration request() {
        return delivery.dividedBy(2);
    }

    /** For everything else that the producer blocks on: metadata, a new epoch, commit, abort. */
    Duration block() {
        return STEP;
    }

    Duration patience() {
        return delivery.plus(STEP);
    }

    Duration kafkaTransaction() {
        return patience().plus(block()).plus(STEP);
    }

    Duration idleSession() {
        return kafkaTransaction().plus(block()).plus(STEP);
    }
}
