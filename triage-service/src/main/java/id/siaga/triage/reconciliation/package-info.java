// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.triage.reconciliation;

import org.jspecify.annotations.NullMarked;
