// SPDX-License-Identifier: Apache-2.0
/** What a platform did about an order, and what a check of it found. */
@NullMarked
package id.siaga.triage.order.answer;

import org.jspecify.annotations.NullMarked;
