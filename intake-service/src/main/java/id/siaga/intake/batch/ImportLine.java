// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.batch;

/**
 * A line of an import, as it came.
 *
 * @param number its place in the import, from 1; blank lines count
 * @param bytes what it holds, without its end; cut off when it is too long
 * @param tooLong whether it is longer than any report can be
 * @param digest of all of it
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared: bytes on their way to a parser and a column.
record ImportLine(long number, byte[] bytes, boolean tooLong, byte[] digest) {}
