// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/** An answer as it stands in the table {@code idempotency}. */
@SuppressWarnings("ArrayRecordComponent") // Never compared, never shared: bytes on their way to a column.
record StoredAnswer(byte[] digest, int status, String location, byte[] body) {}
