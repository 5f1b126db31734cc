// SPDX-License-Identifier: Apache-2.0
/** What the desk watches live: that something has changed, and not what it says. */
@NullMarked
package id.siaga.triage.stream;

import org.jspecify.annotations.NullMarked;
