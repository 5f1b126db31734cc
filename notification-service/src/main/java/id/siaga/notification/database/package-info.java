// SPDX-License-Identifier: Apache-2.0
/** Plain JDBC on the transaction's connection, for statements that work on whole sets. */
@NullMarked
package id.siaga.notification.database;

import org.jspecify.annotations.NullMarked;
