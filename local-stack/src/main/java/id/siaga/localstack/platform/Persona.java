// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A party that the sample platform stands for, and what its endpoint asks for; X has no representative and so no endpoint. */
public enum Persona {
    META("order.*"),
    GOOGLE("order.*"),
    TIKTOK("order.*"),
    TELEGRAM("order.*"),
    SNACKVIDEO("order.*"),
    LINE("order.*"),
    X(""),
    KOMDIGI("report.status-changed"),
    MAFINDO("report.status-changed");

    private final String interest;

    Persona(String interest) {
        this.interest = interest;
    }

    public String party() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What its endpoint is registered for. */
    public List<String> eventTypes() {
        return interest.isEmpty() ? List.of() : List.of(interest);
    }

    public boolean ownsEndpoint() {
        return !interest.isEmpty();
    }

    /** Whether it carries content and so is sent orders. */
    public boolean isPlatform() {
        return interest.isEmpty() || interest.equals("order.*");
    }

    public static Optional<Persona> of(String party) {
        return Stream.of(values())
                .filter(persona -> persona.party().equals(party))
                .findFirst();
    }
}
