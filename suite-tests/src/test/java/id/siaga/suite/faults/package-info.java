// SPDX-License-Identifier: Apache-2.0
/** What becomes of the suite's promises when its processes are killed; everything here stands outside of the suite. */
@NullMarked
package id.siaga.suite.faults;

import org.jspecify.annotations.NullMarked;
