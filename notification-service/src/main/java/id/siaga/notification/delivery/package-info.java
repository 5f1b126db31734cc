// SPDX-License-Identifier: Apache-2.0
/** One event on its way to one endpoint: fan-out, lanes, outcomes, and telling how it ended. */
@NullMarked
package id.siaga.notification.delivery;

import org.jspecify.annotations.NullMarked;
