// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.UUID;

/** What an endpoint's sealed secret is bound to: copied to another row, it does not open. */
final class SecretContext {

    private SecretContext() {}

    static String of(UUID endpointId) {
        return "endpoint-secret:" + endpointId;
    }
}
