// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import java.util.UUID;

/** What is sealed for an endpoint is bound to this: copied to another row or column, it does not open. */
final class SecretContext {

    private SecretContext() {}

    static String of(UUID endpointId) {
        return "endpoint-secret:" + endpointId;
    }

    static String oauthOf(UUID endpointId) {
        return "endpoint-oauth:" + endpointId;
    }

    static String headersOf(UUID endpointId) {
        return "endpoint-headers:" + endpointId;
    }
}
