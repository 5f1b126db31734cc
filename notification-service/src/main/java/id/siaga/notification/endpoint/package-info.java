// SPDX-License-Identifier: Apache-2.0
/** Where parties receive webhooks: registration, what an endpoint wants to hear, its end. */
@NullMarked
package id.siaga.notification.endpoint;

import org.jspecify.annotations.NullMarked;
