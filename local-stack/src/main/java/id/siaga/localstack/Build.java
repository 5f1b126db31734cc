// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.nio.file.Path;
import java.util.Map;

/**
 * The packaged services of a checkout, and what a replica of them is told.
 *
 * @param checkout where they are packaged
 * @param settings environment variables besides those that the stack gives the service, or instead of them
 */
public record Build(Path checkout, Map<String, String> settings) {

    public Build {
        settings = Map.copyOf(settings);
    }
}
