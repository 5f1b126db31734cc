// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.task;

import id.siaga.triage.platform.RouteKind;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * The contact route by which an order is to be served.
 *
 * @param address where, as the directory said when the task was raised last
 */
public record TaskRoute(
        RouteKind kind, @Nullable @Size(max = 1000) String address) {}
