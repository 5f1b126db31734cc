// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import static id.siaga.operations.Suite.Service.INTAKE;
import static id.siaga.operations.Suite.Service.NOTIFICATION;
import static id.siaga.operations.Suite.Service.TRIAGE;

import id.siaga.operations.Suite.Service;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** What a party is to Siaga, and so what it may do where. */
enum Kind {
    REPORTER,
    AUTHORITY,
    PLATFORM,
    PARTNER,
    AUDITOR,
    /** It decides by its persons, and has no client. */
    DESK;

    /** In their order. */
    List<String> roles() {
        return switch (this) {
            case REPORTER, PLATFORM, PARTNER, AUDITOR -> List.of(toString());
            case AUTHORITY -> List.of("authority", "reporter");
            case DESK -> List.of("approver", "officer");
        };
    }

    List<Service> services() {
        return switch (this) {
            case REPORTER, AUTHORITY, PLATFORM, AUDITOR, DESK -> List.of(INTAKE, TRIAGE, NOTIFICATION);
            case PARTNER -> List.of(INTAKE, NOTIFICATION);
        };
    }

    boolean hasRoles(Collection<String> others) {
        return Set.copyOf(roles()).equals(Set.copyOf(others));
    }

    static String shown(Collection<String> roles) {
        return roles.isEmpty() ? "-" : String.join(", ", new TreeSet<>(roles));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
