// SPDX-License-Identifier: Apache-2.0
/** What is asked of a platform, and by what right. */
@NullMarked
package id.siaga.intake.legal;

import org.jspecify.annotations.NullMarked;
