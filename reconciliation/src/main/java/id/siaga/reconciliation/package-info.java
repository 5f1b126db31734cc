// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.reconciliation;

import org.jspecify.annotations.NullMarked;
