// SPDX-License-Identifier: Apache-2.0
/** The vocabulary of harm: categories, severities, flags. */
@NullMarked
package id.siaga.triage.category;

import org.jspecify.annotations.NullMarked;
