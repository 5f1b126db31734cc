// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The one party that receives canaries; intake-service is given the same. Without one there are none. */
@ApplicationScoped
class CanaryParty {

    /** An asterisk would be every partner, a comma would part several. */
    private static final Pattern ONE = Pattern.compile("[^\\s,*]+");

    private final Optional<String> name;

    /** Refuses what is not one party, so that the service does not start. */
    CanaryParty(@ConfigProperty(name = "siaga.canary.party") Optional<String> name) {
        name.ifPresent(one -> {
            if (!ONE.matcher(one).matches()) {
                throw new IllegalArgumentException("siaga.canary.party must be the name of one party");
            }
        });
        this.name = name;
    }

    Optional<String> name() {
        return name;
    }
}
