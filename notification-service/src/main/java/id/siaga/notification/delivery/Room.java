// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.delivery;

import java.util.Map;

/**
 * For how much a replica has room.
 *
 * @param perEndpoint how many one endpoint may have in flight, in all replicas together
 * @param free how many more this replica may have
 * @param inFlight how many it has, by party
 */
public record Room(int perEndpoint, int free, Map<String, Integer> inFlight) {}
