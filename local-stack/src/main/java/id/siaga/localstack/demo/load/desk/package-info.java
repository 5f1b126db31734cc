// SPDX-License-Identifier: Apache-2.0
/** The duty desk under load: by rule instead of by script, and by the public API alone. */
@NullMarked
package id.siaga.localstack.demo.load.desk;

import org.jspecify.annotations.NullMarked;
