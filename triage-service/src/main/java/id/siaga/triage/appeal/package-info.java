// SPDX-License-Identifier: Apache-2.0
/** Appeals against orders, by the platform or the content's owner, decided by somebody who took no part. */
@NullMarked
package id.siaga.triage.appeal;

import org.jspecify.annotations.NullMarked;
