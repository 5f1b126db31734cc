// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import java.util.UUID;

/**
 * What another service knows of a thing.
 *
 * @param told how much it was told of it, 0 if it does not know it
 * @param sequence the highest number that it has seen of it, 0 if none
 */
public record Held(UUID id, long told, long sequence) {}
