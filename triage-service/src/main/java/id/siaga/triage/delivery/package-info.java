// SPDX-License-Identifier: Apache-2.0
/** What notification-service tells about deliveries to platforms. */
@NullMarked
package id.siaga.triage.delivery;

import org.jspecify.annotations.NullMarked;
