// SPDX-License-Identifier: Apache-2.0
/** Realistic reports by the number, each a function of a seed and an index alone. */
@NullMarked
package id.siaga.localstack.demo.load.report;

import org.jspecify.annotations.NullMarked;
