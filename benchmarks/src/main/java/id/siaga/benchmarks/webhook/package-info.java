// SPDX-License-Identifier: Apache-2.0
/** How soon webhooks arrive, and how many in a second. */
@NullMarked
package id.siaga.benchmarks.webhook;

import org.jspecify.annotations.NullMarked;
