// SPDX-License-Identifier: Apache-2.0
/** What the program does besides serving. */
@NullMarked
package id.siaga.notification.command;

import org.jspecify.annotations.NullMarked;
