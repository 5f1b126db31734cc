// SPDX-License-Identifier: Apache-2.0
/** The HTTP conventions that every service keeps: callers, problems, idempotency, pages. Mechanism, never vocabulary. */
@NullMarked
package id.siaga.web;

import org.jspecify.annotations.NullMarked;
