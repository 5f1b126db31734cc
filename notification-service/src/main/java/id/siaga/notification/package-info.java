// SPDX-License-Identifier: Apache-2.0
/** Notification: tells those who may know, by webhook, and keeps what became of it. */
@NullMarked
package id.siaga.notification;

import org.jspecify.annotations.NullMarked;
