// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** A variable has a name that a shell would take, once, and a value from one place. */
final class EnvironmentRule implements Rule {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        for (PodTemplate pod : PodTemplate.in(manifests)) {
            for (JsonNode container : pod.containers()) {
                Set<String> names = new HashSet<>();
                for (JsonNode variable : container.path("env")) {
                    String name = variable.path("name").asText();
                    if (!NAME.matcher(name).matches()) {
                        faults.add(pod.id(container) + " has a variable whose name is not allowed: " + name);
                    }
                    if (!names.add(name)) {
                        faults.add(pod.id(container) + " has " + name + " twice");
                    }
                    if (variable.has("value") && variable.has("valueFrom")) {
                        faults.add(pod.id(container) + " has two values for " + name);
                    }
                }
            }
        }
        return faults;
    }
}
