// SPDX-License-Identifier: Apache-2.0
/** What became of an endpoint's deliveries, for the party that owns it. */
@NullMarked
package id.siaga.notification.history;

import org.jspecify.annotations.NullMarked;
