// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What may not stand in any file of the tree. */
class TreeTest {

    private static final Set<String> NOT_OURS = Set.of("target", ".git", ".siaga", ".idea", ".vscode", "node_modules");
    // Put together, so that this file does not hold what it looks for.
    private static final Pattern REGISTRY = Pattern.compile(
            String.join("|", "repo1?\\.mav" + "en", "mav" + "en\\.org", "registry\\.np" + "mjs", "deb\\.deb" + "ian"));
    private static final Pattern MACHINE_PATH = Pattern.compile("(?<![\\w./])/(ro" + "ot|wo" + "rk|home/\\w+)/");
    private static final Pattern PRIVATE_KEY = Pattern.compile("BEGIN (RSA |EC |)PRIV" + "ATE KEY");

    private static final Pattern WHATEVER_COLUMNS =
            Pattern.compile("(?i)\\b(select|returning)\\s+([\\w.,\\s]*,\\s*)?(\\w+\\.)?\\*");

    /** Where what is named by a star is read by the rest of the statement only. */
    private static final Set<String> WITHIN_A_STATEMENT = Set.of(
            "CaseQueue.java",
            "Cases.java",
            "ChainHeads.java",
            "Claims.java",
            "CountDays.java",
            "Fallbacks.java",
            "FeedEntries.java",
            "Heads.java",
            "Outcomes.java",
            "OverdueDeliveries.java",
            "WhatWasDone.java");

    @Test
    void noFileNamesARegistryOrAMachineOrHoldsAKey() throws IOException {
        Set<String> offenders = new TreeSet<>();
        for (Path file : files()) {
            String text = textOf(file);
            for (Pattern pattern : List.of(REGISTRY, MACHINE_PATH, PRIVATE_KEY)) {
                if (pattern.matcher(text).find()) {
                    offenders.add(Checkout.ROOT.relativize(file) + ": " + pattern);
                }
            }
        }
        assertEquals(Set.of(), offenders);
    }

    /**
     * A statement that is prepared once and gives whatever columns there are fails when a migration has added one: "cached
     * plan must not change result type". What a part of a statement gives to another part may be anything.
     */
    @Test
    void everyQueryNamesTheColumnsThatItGives() throws IOException {
        Set<String> offenders = new TreeSet<>();
        for (Path file : files()) {
            String name = Checkout.ROOT.relativize(file).toString().replace('\\', '/');
            if (name.contains("/src/main/java/") && !name.startsWith("benchmarks/")) {
                WHATEVER_COLUMNS
                        .matcher(textOf(file))
                        .results()
                        .filter(query -> !WITHIN_A_STATEMENT.contains(String.valueOf(file.getFileName())))
                        .forEach(query -> offenders.add(name + ": " + query.group()));
            }
        }
        assertEquals(Set.of(), offenders);
    }

    static Stream<String> services() {
        return Checkout.SERVICES.stream();
    }

    @ParameterizedTest
    @MethodSource("services")
    void configurationIsShortAndKnowsNoProduction(String service) {
        String properties =
                Checkout.read(Checkout.ROOT.resolve(service).resolve("src/main/resources/application.properties"));
        Set<String> profiles = new TreeSet<>(Pattern.compile("(?m)^%([\\w,-]+)\\.")
                .matcher(properties)
                .results()
                .map(match -> match.group(1))
                .toList());
        profiles.removeAll(Set.of("dev", "test"));

        assertTrue(properties.lines().count() < 100, "application.properties has grown past 100 lines");
        assertEquals(Set.of(), profiles, "production differs by environment variables only");
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyChannelReadsCommittedBatchesFromTheStart(String service) {
        String properties =
                Checkout.read(Checkout.ROOT.resolve(service).resolve("src/main/resources/application.properties"));
        List<String> channels = Pattern.compile("(?m)^mp\\.messaging\\.incoming\\.([\\w-]+)\\.connector=")
                .matcher(properties)
                .results()
                .map(match -> match.group(1))
                .toList();
        assertTrue(!channels.isEmpty(), "no channel found");
        for (String channel : channels) {
            String prefix = "mp.messaging.incoming." + channel + ".";
            assertTrue(properties.contains(prefix + "batch=true"), channel + " must read batches");
            assertTrue(
                    properties.contains(prefix + "isolation.level=read_committed"),
                    channel + " would read what a relay took back");
            assertTrue(
                    properties.contains(prefix + "auto.offset.reset=earliest"),
                    channel + " would skip what came before its first start");
            assertTrue(
                    properties.contains(prefix + "session.timeout.ms=10000"),
                    channel + " of a killed replica would keep its partitions for 45 s");
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(Checkout.ROOT)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> {
                        for (Path part : Checkout.ROOT.relativize(file)) {
                            if (NOT_OURS.contains(part.toString())) {
                                return false;
                            }
                        }
                        return true;
                    })
                    .toList();
        }
    }

    private static String textOf(Path file) throws IOException {
        try {
            return Files.readString(file);
        } catch (MalformedInputException binary) {
            return "";
        }
    }
}
