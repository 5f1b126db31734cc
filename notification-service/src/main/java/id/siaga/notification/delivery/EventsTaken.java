// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.time.Instant;
import java.util.List;

/**
 * Events that somebody may know were taken and stored; raised last in the transaction that does it, for those who have
 * more to do in it.
 *
 * @param events in the order in which they came
 */
public record EventsTaken(List<StructuredEvent> events, Instant at) {}
