// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

/** What kind of thing the reported content is. */
enum ContentType {
    TEXT,
    IMAGE,
    VIDEO,
    AUDIO,
    ACCOUNT,
    GROUP,
    ADVERTISEMENT,
    WEBSITE,
    OTHER
}
