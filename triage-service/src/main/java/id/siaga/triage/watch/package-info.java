// SPDX-License-Identifier: Apache-2.0
/** Work that is due by the time alone. */
@NullMarked
package id.siaga.triage.watch;

import org.jspecify.annotations.NullMarked;
