// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a service answered; {@code replayed} when it is the stored answer to an earlier request with the same key,
 * {@code notNow} when the same call may well succeed a little later.
 */
public record Answer(Call call, int status, JsonNode body, boolean replayed, boolean notNow) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The body, or {@link Refused} with the service's own words. */
    public JsonNode orThrow() {
        if (!ok()) {
            throw new Refused(this);
        }
        return body;
    }

    /** Why the service said no, in one line: title, detail and the places that it names. */
    public String problem() {
        StringBuilder words = new StringBuilder();
        String title = body.path("title").asText("");
        String detail = body.path("detail").asText("");
        words.append(title.isEmpty() ? "HTTP " + status : title);
        if (!detail.isEmpty() && !detail.equals(title)) {
            words.append(": ").append(detail);
        }
        for (JsonNode error : body.path("errors")) {
            words.append("; ")
                    .append(error.path("pointer").asText())
                    .append(' ')
                    .append(error.path("detail").asText());
        }
        return words.toString();
    }

    /** A service's refusal of a call that was expected to succeed. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final int status;

        Refused(Answer answer) {
            super(answer.call().method() + " " + answer.call().path() + ": " + answer.status() + " "
                    + answer.problem());
            this.status = answer.status();
        }

        public int status() {
            return status;
        }
    }
}
