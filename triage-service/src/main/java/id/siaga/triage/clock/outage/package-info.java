// SPDX-License-Identifier: Apache-2.0
/** Times in which Siaga was not there, by which nobody is late. */
@NullMarked
package id.siaga.triage.clock.outage;

import org.jspecify.annotations.NullMarked;
