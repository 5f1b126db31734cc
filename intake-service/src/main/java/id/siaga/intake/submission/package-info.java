// SPDX-License-Identifier: Apache-2.0
/** Reports and their items: taken, kept, shown to those who may see them. */
@NullMarked
package id.siaga.intake.submission;

import org.jspecify.annotations.NullMarked;
