// SPDX-License-Identifier: Apache-2.0
/** The life of parties, by an operator's commands, with the real issuer and the packaged services. */
@NullMarked
package id.siaga.suite.party;

import org.jspecify.annotations.NullMarked;
