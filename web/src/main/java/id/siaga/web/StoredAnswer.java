// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/** An answer as it stands in the table {@code idempotency}. */
record StoredAnswer(byte[] digest, int status, String location, byte[] body) {}
