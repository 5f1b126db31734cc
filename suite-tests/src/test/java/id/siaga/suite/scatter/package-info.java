// SPDX-License-Identifier: Apache-2.0
/** Reports of few contents, strewn over partitions and consumers on purpose. */
@NullMarked
package id.siaga.suite.scatter;

import org.jspecify.annotations.NullMarked;
