// SPDX-License-Identifier: Apache-2.0
/** The keyring, and keysets for the tests of those who use it. */
@NullMarked
package id.siaga.keyring;

import org.jspecify.annotations.NullMarked;
