// SPDX-License-Identifier: Apache-2.0
/** What a platform did and why, in the words of the DSA Transparency Database. */
@NullMarked
package id.siaga.triage.order.statement;

import org.jspecify.annotations.NullMarked;
