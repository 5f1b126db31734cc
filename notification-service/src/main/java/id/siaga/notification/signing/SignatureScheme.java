// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.signing;

/** The ways in which Standard Webhooks lets a request be signed. */
public enum SignatureScheme {
    /** HMAC-SHA256 under the endpoint's own secret. */
    V1,
    /** Ed25519 under the service's key, which no receiver has to keep secret. */
    V1A;

    /** By the name that stands before a signature. */
    public static SignatureScheme of(String name) {
        return switch (name) {
            case "v1" -> V1;
            case "v1a" -> V1A;
            default -> throw new IllegalArgumentException("no scheme of Standard Webhooks: " + name);
        };
    }
}
