// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

import java.time.Duration;

/**
 * One more process of a service, which nobody starts again when it is dead.
 *
 * @param url the address of its API
 * @param management the address of its metrics and health
 * @param toReady how long it took from its start until it said that it was ready
 */
public record Replica(Process process, String url, String management, Duration toReady) {}
