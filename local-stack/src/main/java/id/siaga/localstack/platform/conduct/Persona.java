// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform.conduct;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A party that the sample platform stands for: what its endpoint asks for, and its character. X has no representative and so no endpoint. */
public enum Persona {
    META("order.*", Temper.SLOW),
    GOOGLE("order.*", Temper.PROMPT),
    TIKTOK("order.*", Temper.PROMPT),
    TELEGRAM("order.*", Temper.FAILING),
    SNACKVIDEO("order.*", Temper.SILENT),
    LINE("order.*", Temper.REFUSING),
    X("", Temper.PROMPT),
    KOMDIGI("report.status-changed", Temper.PROMPT),
    MAFINDO("report.status-changed", Temper.PROMPT);

    private final String interest;
    private final Temper temper;

    Persona(String interest, Temper temper) {
        this.interest = interest;
        this.temper = temper;
    }

    public String party() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Temper temper() {
        return temper;
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

    /** The character of a party, prompt for those that are not ours. */
    public static Temper temperOf(String party) {
        return of(party).map(Persona::temper).orElse(Temper.PROMPT);
    }
}
