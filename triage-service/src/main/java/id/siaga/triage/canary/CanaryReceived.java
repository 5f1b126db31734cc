// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.canary;

import java.time.Duration;

/**
 * A canary was received for the first time.
 *
 * @param trip from its issue to that
 */
record CanaryReceived(Duration trip) {}
