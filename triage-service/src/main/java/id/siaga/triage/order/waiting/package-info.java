// SPDX-License-Identifier: Apache-2.0
/** What a platform asks before it can act, and what the desk replies. */
@NullMarked
package id.siaga.triage.order.waiting;

import org.jspecify.annotations.NullMarked;
