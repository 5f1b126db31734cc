// SPDX-License-Identifier: Apache-2.0
/** What a report is about: the canonical identity of content, whatever its spelling. */
@NullMarked
package id.siaga.intake.content;

import org.jspecify.annotations.NullMarked;
