// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.clock;

import id.siaga.triage.clock.outage.Extensions.Extended;
import java.time.Instant;
import java.util.List;

/**
 * Clocks that are due later since Siaga was not there, for whoever keeps a due time of its own, in the transaction that
 * extends them; their orders, or their cases, are locked.
 */
public record ClocksExtended(List<Extended> clocks, Instant at) {}
