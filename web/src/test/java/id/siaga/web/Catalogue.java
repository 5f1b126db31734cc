// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The Indonesian of a module's texts, held against its code. */
public final class Catalogue {

    // Names of validators' messages are for all services, whoever uses which.
    private static final String VALIDATORS = "{jakarta.validation.";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[A-Za-z0-9]+}");

    private final String file;
    private final Map<String, String> indonesian;

    private Catalogue(String file, Map<String, String> indonesian) {
        this.file = file;
        this.indonesian = indonesian;
    }

    /** The catalogue in a file of the class path. */
    public static Catalogue read(String file) {
        return new Catalogue(file, Texts.read(file));
    }

    /**
     * Fails unless these classes and this catalogue have the same texts, with the same placeholders.
     *
     * @param takers see {@link CodeTexts#in}
     */
    public void assertIsOf(Path classes, String... takers) {
        Set<String> code = CodeTexts.in(classes, takers);
        Set<String> missing = new TreeSet<>(code);
        missing.removeAll(indonesian.keySet());
        missing.removeAll(Texts.read("/web-problems.id.yaml").keySet());
        assertEquals(Set.of(), missing, "add the Indonesian to " + file);

        Set<String> unused = indonesian.keySet().stream()
                .filter(text -> !code.contains(text) && !text.startsWith(VALIDATORS))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), unused, "no code says this: remove it from " + file);

        Set<String> differing = indonesian.entrySet().stream()
                .filter(entry -> !entry.getKey().startsWith(VALIDATORS))
                .filter(entry -> !placeholders(entry.getKey()).equals(placeholders(entry.getValue())))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), differing, "the placeholders differ in " + file);
    }

    private static Set<String> placeholders(String sentence) {
        return PLACEHOLDER.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toSet());
    }
}
