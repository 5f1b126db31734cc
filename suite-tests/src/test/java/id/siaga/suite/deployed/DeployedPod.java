// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.deployed;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** A pod of the chart, as a test of the chart has rendered it: what its one container is told. */
record DeployedPod(JsonNode spec) {

    /** Where the chart has secrets mounted that are files. */
    private static final String MOUNTED = "/etc/siaga/";

    private JsonNode container() {
        return spec.path("containers").get(0);
    }

    /** Arguments of the program; those of a native executable's own, such as its heap, left out. */
    List<String> arguments() {
        return container()
                .path("args")
                .valueStream()
                .map(JsonNode::asText)
                .filter(argument -> !argument.startsWith("-X"))
                .toList();
    }

    /**
     * Its environment.
     *
     * @param secrets a value for each reference, {@code secret/key}
     * @param files where the files of secrets are, those of each in a folder of its name
     * @param settled what differs where it runs
     */
    Map<String, String> environment(UnaryOperator<String> secrets, Path files, Map<String, String> settled) {
        Map<String, String> environment = new HashMap<>();
        for (JsonNode variable : container().path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            environment.put(
                    variable.path("name").asText(),
                    secret.isMissingNode()
                            ? whereMounted(variable.path("value").asText(), files)
                            : secrets.apply(secret.path("name").asText() + "/"
                                    + secret.path("key").asText()));
        }
        List<String> unknown = new ArrayList<>(settled.keySet());
        unknown.removeAll(environment.keySet());
        if (!unknown.isEmpty()) {
            throw new AssertionError("The chart does not say " + unknown);
        }
        environment.putAll(settled);
        return environment;
    }

    private String whereMounted(String value, Path files) {
        String here = value;
        for (JsonNode mount : container().path("volumeMounts")) {
            String secret = secretOf(mount.path("name").asText());
            if (!secret.isEmpty()) {
                here = here.replace(
                        mount.path("mountPath").asText() + "/",
                        files.resolve(secret).toAbsolutePath() + "/");
            }
        }
        if (here.contains(MOUNTED)) {
            throw new AssertionError("The chart mounts nothing at " + here);
        }
        return here;
    }

    /** The name of the secret that a volume has the files of; empty when it has others. */
    private String secretOf(String volume) {
        return spec.path("volumes")
                .valueStream()
                .filter(one -> one.path("name").asText().equals(volume))
                .map(one -> one.at("/secret/secretName").asText())
                .findFirst()
                .orElse("");
    }

    /** Where a probe asks: {@code startup}, {@code readiness} or {@code liveness}. */
    String probe(String kind) {
        return container().at("/" + kind + "Probe/httpGet/path").asText();
    }

    Duration grace() {
        return Duration.ofSeconds(spec.path("terminationGracePeriodSeconds").asLong());
    }
}
