// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.egress;

/** A URL that must not be called. */
public final class UnsafeDestination extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String reason;

    UnsafeDestination(String reason) {
        super(reason, null, false, false);
        this.reason = reason;
    }

    /** Why, in words for the URL's owner that follow on "the URL". */
    public String reason() {
        return reason;
    }
}
