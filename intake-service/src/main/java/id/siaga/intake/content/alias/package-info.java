// SPDX-License-Identifier: Apache-2.0
/** Keys that turned out to be of one content: as the desk says, or as newer rules read what is stored. */
@NullMarked
package id.siaga.intake.content.alias;

import org.jspecify.annotations.NullMarked;
