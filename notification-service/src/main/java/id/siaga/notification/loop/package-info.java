// SPDX-License-Identifier: Apache-2.0
/** Threads that look for work as long as the service runs. */
@NullMarked
package id.siaga.notification.loop;

import org.jspecify.annotations.NullMarked;
