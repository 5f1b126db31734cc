// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * A password with all that a line for a login module has to escape.
 *
 * @param word what of it is the same however it is written
 */
record Password(String word) {

    private static final int BYTES = 24;

    static Password create() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new Password(Base64.getUrlEncoder().encodeToString(bytes));
    }

    String text() {
        return "\"\\ " + word;
    }

    /** A line for Kafka's login module, in which is escaped what the chart escapes. */
    String login(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, text().replace("\\", "\\\\").replace("\"", "\\\""));
    }
}
