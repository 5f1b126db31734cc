// SPDX-License-Identifier: Apache-2.0
/** Load by the number: generated reports, sent on time, worked through by the desk, and an account of it all. */
@NullMarked
package id.siaga.localstack.demo.load;

import org.jspecify.annotations.NullMarked;
