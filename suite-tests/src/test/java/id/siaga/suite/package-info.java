// SPDX-License-Identifier: Apache-2.0
/** What no one service can own: the architecture, the contracts between services, and the whole at work. */
@NullMarked
package id.siaga.suite;

import org.jspecify.annotations.NullMarked;
