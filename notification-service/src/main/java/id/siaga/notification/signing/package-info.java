// SPDX-License-Identifier: Apache-2.0
/** Standard Webhooks: the secret that an endpoint shares with us and the signature over what was sent. */
@NullMarked
package id.siaga.notification.signing;

import org.jspecify.annotations.NullMarked;
