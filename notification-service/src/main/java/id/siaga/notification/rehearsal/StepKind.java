// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.rehearsal;

import org.jspecify.annotations.Nullable;

/** The steps of a rehearsal, in the order in which they are played. */
public enum StepKind {
    ORDER,
    DUPLICATE,
    BAD_SIGNATURE,
    ALTERED_BODY,
    OUT_OF_DATE,
    UNKNOWN_TYPE,
    SEVERAL_SIGNATURES,
    WITHDRAWAL,
    SLOW_RETRY;

    /** Whether a receiver that is right takes it; it refuses the others. */
    boolean toBeTaken() {
        return switch (this) {
            case ORDER, DUPLICATE, UNKNOWN_TYPE, SEVERAL_SIGNATURES, WITHDRAWAL, SLOW_RETRY -> true;
            case BAD_SIGNATURE, ALTERED_BODY, OUT_OF_DATE -> false;
        };
    }

    /** What is played after it; null after the last. */
    @Nullable
    StepKind next() {
        return switch (this) {
            case ORDER -> DUPLICATE;
            case DUPLICATE -> BAD_SIGNATURE;
            case BAD_SIGNATURE -> ALTERED_BODY;
            case ALTERED_BODY -> OUT_OF_DATE;
            case OUT_OF_DATE -> UNKNOWN_TYPE;
            case UNKNOWN_TYPE -> SEVERAL_SIGNATURES;
            case SEVERAL_SIGNATURES -> WITHDRAWAL;
            case WITHDRAWAL -> SLOW_RETRY;
            case SLOW_RETRY -> null;
        };
    }

    String sent() {
        return switch (this) {
            case ORDER -> "an order.issued, signed as every event";
            case DUPLICATE -> "the same order under the same webhook-id, signed anew";
            case BAD_SIGNATURE -> "another order with a signature that nobody made";
            case ALTERED_BODY -> "another order whose body was changed after it was signed";
            case OUT_OF_DATE -> "another order that was signed an hour ago";
            case UNKNOWN_TYPE -> "an event of a type that does not exist yet";
            case SEVERAL_SIGNATURES -> "another order with two signatures, of which the second is the right one";
            case WITHDRAWAL -> "an order.withdrawn of the first order";
            case SLOW_RETRY -> "the first order once more under its webhook-id, after its withdrawal";
        };
    }

    String expected() {
        return toBeTaken() ? "2xx" : "4xx, but neither 410 nor 429";
    }

    String advice() {
        return switch (this) {
            case ORDER -> "Answer 2xx as soon as the event is stored, and act on it afterwards.";
            case DUPLICATE ->
                "Remember webhook-id; answer 2xx to what you have already, and do nothing. Any other answer makes it"
                        + " come again.";
            case BAD_SIGNATURE ->
                "Verify webhook-signature over webhook-id, webhook-timestamp and the body before anything else; answer"
                        + " 401 and do nothing when none verifies.";
            case ALTERED_BODY ->
                "Verify over the bytes of the body as they came, before they are parsed; answer 401 when none verifies.";
            case OUT_OF_DATE ->
                "Refuse what is signed for a time more than five minutes away from yours, or whoever has once seen a"
                        + " request can repeat it.";
            case UNKNOWN_TYPE -> "Answer 2xx to types that you do not know, and ignore them: types are added.";
            case SEVERAL_SIGNATURES ->
                "Take an event of which one signature verifies; they are separated by spaces. Otherwise a change of the"
                        + " secret stops your deliveries.";
            case WITHDRAWAL -> "Answer 2xx to order.withdrawn, and undo what it names.";
            case SLOW_RETRY ->
                "Remember webhook-id for days: answer 2xx and do nothing. An order that was withdrawn does not come"
                        + " back by a retry.";
        };
    }
}
