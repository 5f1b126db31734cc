// SPDX-License-Identifier: Apache-2.0
/** The directory of platforms. */
@NullMarked
package id.siaga.triage.platform;

import org.jspecify.annotations.NullMarked;
