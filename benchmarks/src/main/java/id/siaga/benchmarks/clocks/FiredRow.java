// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.clocks;

/**
 * What one firing writes besides its clock.
 *
 * @param entry the body of its entry in the record
 * @param event the data of its event
 * @param headers those of its event
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record FiredRow(byte[] entry, byte[] event, byte[] headers) {}
