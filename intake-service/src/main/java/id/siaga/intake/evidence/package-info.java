// SPDX-License-Identifier: Apache-2.0
/** Files that support a report: taken in a stream, kept once however many send them, shown to those who may see them. */
@NullMarked
package id.siaga.intake.evidence;

import org.jspecify.annotations.NullMarked;
