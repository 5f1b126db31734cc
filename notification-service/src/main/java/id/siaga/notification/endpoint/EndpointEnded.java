// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.UUID;

/**
 * An endpoint is told nothing any more; raised in the transaction that ends it, so that its deliveries end with it.
 *
 * @param why for those who follow its deliveries
 */
public record EndpointEnded(UUID endpointId, String why) {}
