// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Each object has a name that is allowed, and no other of its kind has it. */
final class NameRule implements Rule {

    private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
    private static final Pattern SUBDOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

    @Override
    public List<String> faults(List<Manifest> manifests) {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Manifest manifest : manifests) {
            // A Service's name is a host's; pods of others are named after them, which leaves less room.
            Pattern allowed = PodTemplate.of(manifest).isPresent() || manifest.is("Service") ? LABEL : SUBDOMAIN;
            if (!allowed.matcher(manifest.name()).matches()) {
                faults.add(manifest.id() + " has a name that is not allowed");
            }
            String where = manifest.at("/metadata/namespace").asText();
            if (!seen.add(where + " " + manifest.id())) {
                faults.add(manifest.id() + " is there twice");
            }
        }
        return faults;
    }
}
