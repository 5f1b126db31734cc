// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of endpoints, the newest first.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record EndpointPage(
        @Size(max = 200) List<EndpointView> endpoints,
        @Nullable String next) {}
