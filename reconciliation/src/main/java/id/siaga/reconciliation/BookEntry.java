// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * What a service knows of one thing.
 *
 * @param about what the thing is a part of; itself, if of nothing
 * @param status how it is, for people; services may say it differently
 * @param state how it is, in a form that is the same in every service that knows it
 * @param told how much was said of it: the same in every service that was told all
 * @param sequence the highest number of an event of it that was published, or seen
 */
public record BookEntry(
        UUID id,
        UUID about,
        @Size(max = 32) String status,
        @Size(max = 32) String state,
        long told,
        long sequence) {}
