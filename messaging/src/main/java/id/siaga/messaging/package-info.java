// SPDX-License-Identifier: Apache-2.0
/**
 * Events between services, nothing lost: the outbox and its relay to Kafka, the inbox that takes each event once, and
 * dead letters for what can never be taken. Mechanism, never vocabulary.
 */
@NullMarked
package id.siaga.messaging;

import org.jspecify.annotations.NullMarked;
