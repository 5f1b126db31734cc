// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.reconcile;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing of which two services do not know the same.
 *
 * @param owners what the service knows whose thing it is
 * @param readers what the service knows that was told
 */
record Difference(
        Matter matter, @Nullable Entry owners, @Nullable Entry readers) {

    UUID id() {
        return any().id();
    }

    UUID about() {
        return any().about();
    }

    Entry any() {
        return owners == null ? Objects.requireNonNull(readers) : owners;
    }

    /** Whether the reader has come to know nothing since another look. */
    boolean isStill(@Nullable Difference before) {
        return before != null && Objects.equals(readers, before.readers);
    }

    /** Whether somebody knows what should be told. */
    boolean canBeToldAgain() {
        return owners != null;
    }

    @Override
    public String toString() {
        return switch (matter) {
            case REPORTED_ITEMS -> "report %s, item %s: %s".formatted(about(), id(), ofItem());
            case SUPPLEMENTS ->
                "report %s, supplement %s: %s"
                        .formatted(
                                about(),
                                id(),
                                owners == null
                                        ? "triage knows it, and intake does not"
                                        : "intake knows it, and triage does not");
            case REPORT_PROGRESS -> "report %s: %s".formatted(id(), ofProgress());
            case REPORT_STATUS -> "report %s: %s".formatted(id(), told("intake"));
            case CASES -> "case %s: %s".formatted(id(), told("triage"));
            case ORDERS -> "order %s: %s".formatted(id(), told("triage"));
            case RECEIVED_ORDERS -> "order %s: its platform has received it, and triage does not know".formatted(id());
        };
    }

    private String ofItem() {
        if (owners == null) {
            return "triage knows it, and intake does not";
        }
        if (readers == null) {
            return "intake knows it, and triage does not";
        }
        return owners.state().equals("WITHDRAWN")
                ? "it was withdrawn, and triage does not know"
                : "triage takes it for withdrawn, and intake does not";
    }

    private String ofProgress() {
        if (owners == null) {
            return "intake was told how far it is, and triage does not know it";
        }
        if (readers == null) {
            return "it is in a case (%s), and intake was not told".formatted(owners.status());
        }
        return "intake has it as %s after news %d of it, triage (case %s) has told news %d"
                .formatted(readers.status(), readers.told(), owners.status(), owners.told());
    }

    private String told(String owner) {
        if (owners == null) {
            return "notification was told of it %d times, and %s does not know it"
                    .formatted(Objects.requireNonNull(readers).told(), owner);
        }
        long heard = readers == null ? 0 : readers.told();
        return "it is %s in %s, which has told %d events of it; notification has %d"
                .formatted(owners.status(), owner, owners.told(), heard);
    }
}
