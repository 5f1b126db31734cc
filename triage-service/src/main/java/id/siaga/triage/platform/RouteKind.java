// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

/** By what a platform can be reached. */
public enum RouteKind {
    /** Its endpoints, which notification-service knows and tries by itself. */
    WEBHOOK,
    LOCAL_CONTACT,
    REPRESENTATIVE_ABROAD,
    /** The platform's own form or channel. */
    PLATFORM_CHANNEL,
    REGISTERED_POST
}
