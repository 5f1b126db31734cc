// SPDX-License-Identifier: Apache-2.0
/** Many reports in one request: a batch of up to a thousand, or an import of any length. */
@NullMarked
package id.siaga.intake.batch;

import org.jspecify.annotations.NullMarked;
