// SPDX-License-Identifier: Apache-2.0
/** The Helm chart, rendered by Helm itself. */
@NullMarked
package id.siaga.deployment.chart;

import org.jspecify.annotations.NullMarked;
