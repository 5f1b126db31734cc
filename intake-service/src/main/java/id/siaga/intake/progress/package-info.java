// SPDX-License-Identifier: Apache-2.0
/** What became of reports: kept from the desk's events, told to the reporter. */
@NullMarked
package id.siaga.intake.progress;

import org.jspecify.annotations.NullMarked;
