// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

/** A change at its place in the stream. */
record Placed(Position position, Change change) {}
