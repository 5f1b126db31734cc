// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.notification.reconciliation;

import org.jspecify.annotations.NullMarked;
