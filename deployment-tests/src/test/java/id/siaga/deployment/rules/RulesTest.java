// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;

/** The rules find no fault in what is sound, and each fault that is put into it. */
class RulesTest {

    private static String sound = "";

    @BeforeAll
    static void read() throws IOException {
        sound = text("sound.yaml");
    }

    @Test
    void whatIsSoundHasNoFault() {
        assertEquals(List.of(), faults(sound));
    }

    @Test
    void aKeyThatComesTwiceIsRefused() {
        String twice = damaged("  replicas: 2", "  replicas: 2\n  replicas: 3");
        assertThrows(YAMLException.class, () -> Manifests.parse(twice));
    }

    @Test
    void aDocumentThatIsNoObjectIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Manifests.parse("- one\n- two\n"));
    }

    @Test
    void whatTheClusterHasNeedNotBeDeployed() {
        String elsewhere = damaged(
                "                  name: desk\n                  key",
                "                  name: vault\n                  key");

        assertEquals(List.of(), Rules.with(Set.of("Secret/vault")).faults(Manifests.parse(elsewhere)));
        assertNotEquals(List.of(), faults(elsewhere));
    }

    static List<Arguments> faults() throws IOException {
        List<Arguments> faults = new ArrayList<>();
        for (Object fault : new Yaml(new SafeConstructor(new LoaderOptions())).<List<?>>load(text("faults.yaml"))) {
            Map<?, ?> texts = (Map<?, ?>) fault;
            faults.add(Arguments.of(texts.get("is"), texts.get("becomes"), texts.get("said")));
        }
        return faults;
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsFound(String is, String becomes, String said) {
        List<String> found = faults(damaged(is, becomes));
        assertTrue(found.stream().anyMatch(fault -> fault.contains(said)), () -> said + " was expected of " + found);
    }

    private static String damaged(String is, String becomes) {
        int at = sound.indexOf(is);
        assertTrue(at >= 0, "sound.yaml has no " + is);
        return sound.substring(0, at) + becomes + sound.substring(at + is.length());
    }

    private static List<String> faults(String yaml) {
        return Rules.with(Set.of()).faults(Manifests.parse(yaml));
    }

    private static String text(String file) throws IOException {
        try (InputStream stream = RulesTest.class.getResourceAsStream(file)) {
            assertTrue(stream != null, () -> file + " is gone");
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
