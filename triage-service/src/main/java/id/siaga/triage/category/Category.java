// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.category;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The harm categories that the desk knows; a code it does not know is carried along as it came. */
public enum Category {
    TERRORISM("terrorism", Trait.URGENT, Trait.REDACTED),
    TERRORISM_LIVESTREAM("terrorism-livestream", Trait.URGENT, Trait.EMERGENCY, Trait.REDACTED),
    THREAT_TO_LIFE("threat-to-life", Trait.URGENT, Trait.EMERGENCY),
    CHILD_SEXUAL_ABUSE("child-sexual-abuse", Trait.URGENT, Trait.REDACTED),
    INCITEMENT_TO_VIOLENCE("incitement-to-violence", Trait.URGENT),
    ELECTION_HOAX("election-hoax", Trait.ELECTION),
    ELECTION_IMPERSONATION("election-impersonation", Trait.ELECTION),
    ELECTION_SYNTHETIC_MEDIA("election-synthetic-media", Trait.ELECTION),
    ELECTION_DATA_LEAK("election-data-leak", Trait.ELECTION),
    HOAX("hoax", Trait.NEEDS_RULING),
    HATE_SPEECH("hate-speech"),
    CYBERBULLYING("cyberbullying"),
    DEFAMATION("defamation", Trait.NEEDS_RULING),
    PORNOGRAPHY("pornography"),
    VIOLENCE("violence"),
    EXTORTION("extortion"),
    FRAUD("fraud"),
    GAMBLING("gambling"),
    INTELLECTUAL_PROPERTY("intellectual-property"),
    REGULATED_GOODS("regulated-goods"),
    DATA_LEAK("data-leak"),
    OTHER("other", Trait.NEEDS_RULING);

    private enum Trait {
        URGENT,
        EMERGENCY,
        ELECTION,
        NEEDS_RULING,
        REDACTED
    }

    private static final Map<String, Category> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Category::code, Function.identity()));

    private final String code;
    private final boolean urgent;
    private final boolean emergency;
    private final boolean election;
    private final boolean needsRuling;
    private final boolean redacted;

    Category(String code, Trait... traits) {
        var all = Arrays.asList(traits);
        this.code = code;
        this.urgent = all.contains(Trait.URGENT);
        this.emergency = all.contains(Trait.EMERGENCY);
        this.election = all.contains(Trait.ELECTION);
        this.needsRuling = all.contains(Trait.NEEDS_RULING);
        this.redacted = all.contains(Trait.REDACTED);
    }

    public static Optional<Category> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    public static boolean urgent(String code) {
        return of(code).map(c -> c.urgent).orElse(false);
    }

    /** Whether an order about it may be issued before a second person has approved it. */
    public static boolean emergency(String code) {
        return of(code).map(c -> c.emergency).orElse(false);
    }

    public static boolean election(String code) {
        return of(code).map(c -> c.election).orElse(false);
    }

    /** Whether content of this category can be ordered away only with a court's ruling. */
    public static boolean needsRuling(String code) {
        return of(code).map(c -> c.needsRuling).orElse(true);
    }

    /** Whether its locators are told to nobody but the desk and the platform; so is what we do not know. */
    public static boolean redacted(String code) {
        return of(code).map(c -> c.redacted).orElse(true);
    }

    public String code() {
        return code;
    }
}
