// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

/** Why an endpoint was disabled. */
public enum DisableReason {
    /** It answered 410. */
    GONE("the endpoint answered 410 and was disabled"),
    /** It has not succeeded for days. */
    FAILING("the endpoint has failed for too long and was disabled");

    private final String why;

    DisableReason(String why) {
        this.why = why;
    }

    /** For those who follow its deliveries. */
    public String why() {
        return why;
    }
}
