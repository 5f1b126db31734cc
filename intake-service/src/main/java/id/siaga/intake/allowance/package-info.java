// SPDX-License-Identifier: Apache-2.0
/** How much a party may send and read, right across replicas. */
@NullMarked
package id.siaga.intake.allowance;

import org.jspecify.annotations.NullMarked;
