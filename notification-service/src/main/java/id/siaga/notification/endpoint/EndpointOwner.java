// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import org.jspecify.annotations.Nullable;

/**
 * Whose an endpoint is.
 *
 * @param contact whom to write to when it fails
 */
public record EndpointOwner(String party, @Nullable String contact) {}
