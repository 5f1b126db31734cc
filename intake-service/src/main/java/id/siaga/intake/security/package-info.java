// SPDX-License-Identifier: Apache-2.0
/** Keys from configuration. */
@NullMarked
package id.siaga.intake.security;

import org.jspecify.annotations.NullMarked;
