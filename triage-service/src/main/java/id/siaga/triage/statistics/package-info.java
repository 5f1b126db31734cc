// SPDX-License-Identifier: Apache-2.0
/** How long it takes from report to answer, and how often the desk and its reporters were right. */
@NullMarked
package id.siaga.triage.statistics;

import org.jspecify.annotations.NullMarked;
