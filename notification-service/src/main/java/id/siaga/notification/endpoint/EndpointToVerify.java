// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.UUID;

/** A URL is to show that it is its owner's; raised in the transaction that names it. */
public record EndpointToVerify(UUID endpointId, String url) {}
