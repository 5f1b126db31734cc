// SPDX-License-Identifier: Apache-2.0
/** What a native executable would lack, found without building one. */
@NullMarked
package id.siaga.suite.nativeimage;

import org.jspecify.annotations.NullMarked;
