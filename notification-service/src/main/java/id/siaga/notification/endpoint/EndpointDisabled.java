// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.UUID;

/** An endpoint was disabled without its owner's doing; raised in the transaction that does it, after its deliveries ended. */
public record EndpointDisabled(UUID endpointId, EndpointOwner owner, DisableReason reason) {}
