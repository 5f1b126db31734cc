// SPDX-License-Identifier: Apache-2.0
/** How the desk's news enter the outbox. */
@NullMarked
package id.siaga.triage.event;

import org.jspecify.annotations.NullMarked;
