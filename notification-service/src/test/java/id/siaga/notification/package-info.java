// SPDX-License-Identifier: Apache-2.0
/** What the tests of several features share. */
@NullMarked
package id.siaga.notification;

import org.jspecify.annotations.NullMarked;
