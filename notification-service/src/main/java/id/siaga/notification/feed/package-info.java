// SPDX-License-Identifier: Apache-2.0
/** What each party may know, kept for it to pull or to watch, and what it says that it has. */
@NullMarked
package id.siaga.notification.feed;

import org.jspecify.annotations.NullMarked;
