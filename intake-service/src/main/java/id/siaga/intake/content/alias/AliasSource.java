// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content.alias;

/** Who found out that two keys are of one content. */
enum AliasSource {
    DESK,
    REKEY
}
