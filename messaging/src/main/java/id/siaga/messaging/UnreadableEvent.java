// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

/** The one permanent failure of a consumer: this event can never be taken, however often it is tried. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param reason the place and the fault, never the content: it travels in the dead letter and in the log */
    public UnreadableEvent(String reason) {
        super(reason);
    }

    /**
     * @param reason the place and the fault, never the content: it travels in the dead letter and in the log
     * @param cause what the parser said
     */
    public UnreadableEvent(String reason, Throwable cause) {
        super(reason, cause);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
