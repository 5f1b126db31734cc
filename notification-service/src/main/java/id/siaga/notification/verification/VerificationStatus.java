// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.verification;

/** What has become of a challenge. */
public enum VerificationStatus {
    /** It is tried, and tried again. */
    PENDING,
    PASSED,
    /** It was tried as often as it is; a new one must be asked for. */
    FAILED
}
