// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import id.siaga.web.Caller;
import java.time.Instant;

/** Who has things told again, when and why. */
public record Restating(Caller by, Instant at, String reason) {}
