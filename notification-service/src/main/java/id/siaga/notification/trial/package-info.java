// SPDX-License-Identifier: Apache-2.0
/** What an owner has its endpoint told to see whether it arrives. */
@NullMarked
package id.siaga.notification.trial;

import org.jspecify.annotations.NullMarked;
