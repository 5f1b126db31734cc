// SPDX-License-Identifier: Apache-2.0
/** Sends a file of reports and follows each of its lines to a case or to a reason. */
@NullMarked
package id.siaga.localstack.demo.feed;

import org.jspecify.annotations.NullMarked;
