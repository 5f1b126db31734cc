// SPDX-License-Identifier: Apache-2.0
/** Orders to platforms, from issue to the check of what was done. */
@NullMarked
package id.siaga.triage.order;

import org.jspecify.annotations.NullMarked;
