// SPDX-License-Identifier: Apache-2.0
/** How long data lives: retention by class, legal holds, erasure of a person's data. */
@NullMarked
package id.siaga.intake.retention;

import org.jspecify.annotations.NullMarked;
