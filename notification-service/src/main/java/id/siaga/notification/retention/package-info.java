// SPDX-License-Identifier: Apache-2.0
/** How long what was told and done is kept, and how it goes. */
@NullMarked
package id.siaga.notification.retention;

import org.jspecify.annotations.NullMarked;
