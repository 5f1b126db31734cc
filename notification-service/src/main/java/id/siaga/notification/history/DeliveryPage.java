// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of deliveries, the newest first.
 *
 * @param next the cursor of the next page, or null on the last
 */
public record DeliveryPage(
        @Size(max = 200) List<DeliveryView> deliveries,
        @Nullable String next) {}
