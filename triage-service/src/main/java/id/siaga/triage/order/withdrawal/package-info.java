// SPDX-License-Identifier: Apache-2.0
/** What a platform is no longer asked to do, and what it has to undo. */
@NullMarked
package id.siaga.triage.order.withdrawal;

import org.jspecify.annotations.NullMarked;
