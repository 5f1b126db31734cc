// SPDX-License-Identifier: Apache-2.0
/** What anyone outside needs to call the suite: its addresses, tokens, one HTTP client and a receipt for every call. */
@NullMarked
package id.siaga.localstack.client;

import org.jspecify.annotations.NullMarked;
