// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

/** What a count is about; its key says which of them. */
enum Subject {
    PLATFORM,
    /** What a platform did about a category, as {@code platform:category}: it promises by categories. */
    PLATFORM_CATEGORY,
    REPORTER,
    CATEGORY,
    REGION,
    /** The desk itself, of which there is one. */
    DESK
}
