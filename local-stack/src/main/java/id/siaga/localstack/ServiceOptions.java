// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which services a stack starts, and how.
 *
 * @param names those that are started
 * @param forLong whether their JVMs optimise what runs often, as where a service runs for days; a start costs more
 * @param settings environment variables that each of them is given besides its own
 */
public record ServiceOptions(List<String> names, boolean forLong, Map<String, String> settings) {

    public ServiceOptions {
        names = List.copyOf(names);
        settings = Map.copyOf(settings);
    }

    /** The same, with one more setting. */
    ServiceOptions with(String variable, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(variable, value);
        return new ServiceOptions(names, forLong, more);
    }

    static ServiceOptions all() {
        return new ServiceOptions(StackOptions.SERVICES, false, Map.of());
    }
}
