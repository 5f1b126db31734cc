// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import java.time.Instant;
import java.util.List;

/**
 * What the subjects of the clocks must announce, in the transaction that fires them; their orders are locked.
 *
 * @param at when it was noticed
 */
public record ClocksFired(List<Firing> firings, Instant at) {}
