// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

/**
 * How often something was done.
 *
 * @param measure the name of a {@link Count} or a {@link Length}
 * @param bucket of a length: see {@link Length#seconds}
 */
record Counting(String key, String measure, int bucket, long count) {}
