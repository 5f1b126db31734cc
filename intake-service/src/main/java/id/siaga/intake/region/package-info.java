// SPDX-License-Identifier: Apache-2.0
/** The provinces. */
@NullMarked
package id.siaga.intake.region;

import org.jspecify.annotations.NullMarked;
