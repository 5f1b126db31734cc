// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What came of one request. */
public sealed interface WebhookAnswer {

    /**
     * The endpoint answered.
     *
     * @param at when the status line arrived
     * @param retryAfter how long the endpoint asks us to wait, if it said so
     * @param excerpt at most the first KiB of the body
     */
    record Answered(int status, Instant at, @Nullable Duration retryAfter, String excerpt) implements WebhookAnswer {

        public boolean success() {
            return status >= 200 && status < 300;
        }
    }

    /**
     * No answer arrived.
     *
     * @param error why, in our words
     */
    record Unanswered(String error) implements WebhookAnswer {}
}
