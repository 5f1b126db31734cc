// SPDX-License-Identifier: Apache-2.0
/** How a service's program brings its database up to date, in place of serving. */
@NullMarked
package id.siaga.migration;

import org.jspecify.annotations.NullMarked;
