// SPDX-License-Identifier: Apache-2.0
/** Cases: how reports are linked to them, and what becomes of them. */
@NullMarked
package id.siaga.triage.casework;

import org.jspecify.annotations.NullMarked;
