// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.recovery;

import java.util.List;

/**
 * What was done of a recovery in one transaction.
 *
 * @param examined how many were looked at
 * @param queued how many of them are on their way now
 * @param place where to go on
 * @param last whether that was all
 */
record Step(int examined, int queued, List<String> place, boolean last) {}
