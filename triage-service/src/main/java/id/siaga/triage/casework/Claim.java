// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.casework;

import id.siaga.triage.record.Actor;
import java.time.Instant;

/**
 * Who works on a case.
 *
 * @param endsAt from when on anybody may take it
 */
public record Claim(Actor by, Instant claimedAt, Instant endsAt) {

    boolean isOf(Actor person) {
        return by.key().equals(person.key());
    }
}
