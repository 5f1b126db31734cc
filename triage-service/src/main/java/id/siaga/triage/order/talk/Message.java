// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.talk;

import id.siaga.triage.record.Actor;
import java.time.Instant;
import java.util.UUID;

/**
 * What one side said.
 *
 * @param number its place in the talk about the order, from 1
 */
public record Message(UUID id, int number, Side side, Actor by, String text, Instant at) {

    /** Who speaks. */
    public enum Side {
        DESK,
        PLATFORM
    }
}
