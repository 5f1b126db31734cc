// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.notification.rehearsal;

import org.jspecify.annotations.NullMarked;
