// SPDX-License-Identifier: Apache-2.0
/** When a person looks at what a platform says it did, and what is found. */
@NullMarked
package id.siaga.triage.order.check;

import org.jspecify.annotations.NullMarked;
