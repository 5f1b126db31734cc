// SPDX-License-Identifier: Apache-2.0
/** How an endpoint is: whether it fails, for how long, and whether information waits for that to end. */
@NullMarked
package id.siaga.notification.breaker;

import org.jspecify.annotations.NullMarked;
