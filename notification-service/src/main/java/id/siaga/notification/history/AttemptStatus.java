// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.history;

/** How a try went: a 2xx is a success, everything else is none. */
public enum AttemptStatus {
    SUCCEEDED,
    FAILED
}
