// SPDX-License-Identifier: Apache-2.0
/** The human being behind a report: kept apart from it, sealed, and erased before it. */
@NullMarked
package id.siaga.intake.contact;

import org.jspecify.annotations.NullMarked;
