// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

/**
 * One more process of a service, which nobody starts again when it is dead.
 *
 * @param management the address of its metrics and health
 */
public record Replica(Process process, String management) {}
