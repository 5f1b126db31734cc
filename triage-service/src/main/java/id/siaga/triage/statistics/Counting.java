// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

/**
 * How often something was done.
 *
 * @param measure the name of a {@link Count}, a {@link Length} or a {@link Promised}
 * @param bucket of a length: see {@link Length#seconds}; of what is promised: the seconds that it took at most
 */
record Counting(String key, String measure, int bucket, long count) {}
