// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.intake.reconciliation;

import org.jspecify.annotations.NullMarked;
