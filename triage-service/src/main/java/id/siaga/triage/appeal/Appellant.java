// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.appeal;

/** Who appeals. */
public enum Appellant {
    PLATFORM,
    /** Whoever shows the code that the platform's notice carries. */
    CONTENT_OWNER
}
