// SPDX-License-Identifier: Apache-2.0
/** What files really are, told from their bytes and not from what their sender says. */
@NullMarked
package id.siaga.intake.media;

import org.jspecify.annotations.NullMarked;
