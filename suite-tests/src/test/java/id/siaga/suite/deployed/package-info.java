// SPDX-License-Identifier: Apache-2.0
/** The packaged services, run as the Helm chart would have them run. */
@NullMarked
package id.siaga.suite.deployed;

import org.jspecify.annotations.NullMarked;
