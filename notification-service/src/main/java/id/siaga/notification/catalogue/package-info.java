// SPDX-License-Identifier: Apache-2.0
/** Which events parties can be told, what they look like, and which role is told them. */
@NullMarked
package id.siaga.notification.catalogue;

import org.jspecify.annotations.NullMarked;
