// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import jakarta.validation.constraints.Size;
import java.util.List;

/** The recoveries and replays of an endpoint that are kept, the newest first. */
public record RecoveryList(@Size(max = Recoveries.KEPT + 1) List<RecoveryView> recoveries) {}
