// SPDX-License-Identifier: Apache-2.0
/** Before an endpoint is told anything, it repeats a signed challenge: so nobody has us call somebody else. */
@NullMarked
package id.siaga.notification.verification;

import org.jspecify.annotations.NullMarked;
