// SPDX-License-Identifier: Apache-2.0
/** What those see who keep the suite running: metrics, alerts, dashboards, and whether their runbook knows them. */
@NullMarked
package id.siaga.suite.operations;

import org.jspecify.annotations.NullMarked;
