// SPDX-License-Identifier: Apache-2.0
/** One call of an endpoint: signed, authorised, posted. */
@NullMarked
package id.siaga.notification.call;

import org.jspecify.annotations.NullMarked;
