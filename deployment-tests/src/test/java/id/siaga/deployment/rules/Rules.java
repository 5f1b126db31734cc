// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import java.util.List;
import java.util.Set;

/** All rules. */
public final class Rules {

    private final List<Rule> rules;

    private Rules(List<Rule> rules) {
        this.rules = rules;
    }

    /**
     * All of them.
     *
     * @param existing what is there without being deployed, as {@code Kind/name}: secrets that others keep, for example
     */
    public static Rules with(Set<String> existing) {
        return new Rules(List.of(
                new ModelRule(),
                new ShapeRule(),
                new NameRule(),
                new SelectorRule(),
                new PortRule(),
                new VolumeRule(),
                new EnvironmentRule(),
                new ResourceRule(),
                new ProbeRule(),
                new RestrictedRule(),
                new NetworkRule(),
                new ReferenceRule(existing)));
    }

    /** What is wrong with manifests that are deployed together; nothing when all is well. */
    public List<String> faults(List<Manifest> manifests) {
        return rules.stream().flatMap(rule -> rule.faults(manifests).stream()).toList();
    }
}
