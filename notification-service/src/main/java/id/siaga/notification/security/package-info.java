// SPDX-License-Identifier: Apache-2.0
/** Sealing of secrets with the keyring of the configuration. */
@NullMarked
package id.siaga.notification.security;

import org.jspecify.annotations.NullMarked;
