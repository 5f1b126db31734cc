// SPDX-License-Identifier: Apache-2.0
/** What a run is judged by: receipts, the far side's ledger and what the public APIs answer, never a service's tables. */
@NullMarked
package id.siaga.localstack.demo.account;

import org.jspecify.annotations.NullMarked;
