// SPDX-License-Identifier: Apache-2.0
/** Encryption of what a service stores, under keys from configuration. */
@NullMarked
package id.siaga.keyring;

import org.jspecify.annotations.NullMarked;
