// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.notification.breaker;

import org.jspecify.annotations.NullMarked;
