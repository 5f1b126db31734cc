// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.talk;

import id.siaga.triage.record.Actor;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;

/**
 * What one side said, as the other reads it.
 *
 * @param by who; a platform reads {@code desk} for persons of the desk
 */
public record MessageView(
        UUID id,
        Message.Side side,
        @Size(max = Actor.LONGEST_SHOWN) String by,
        @Size(max = 5000) String text,
        Instant at) {

    /**
     * As somebody reads it.
     *
     * @param desk whether it is the desk
     */
    public static MessageView of(Message message, boolean desk) {
        String by =
                switch (message.side()) {
                    case DESK -> desk ? message.by().shown() : "desk";
                    case PLATFORM -> message.by().shown();
                };
        return new MessageView(message.id(), message.side(), by, message.text(), message.at());
    }
}
