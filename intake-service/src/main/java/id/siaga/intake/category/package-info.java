// SPDX-License-Identifier: Apache-2.0
/** The harm categories. */
@NullMarked
package id.siaga.intake.category;

import org.jspecify.annotations.NullMarked;
