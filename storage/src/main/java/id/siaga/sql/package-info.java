// SPDX-License-Identifier: Apache-2.0
/** Plain JDBC in the caller's transaction, for work on sets of rows. */
@NullMarked
package id.siaga.sql;

import org.jspecify.annotations.NullMarked;
