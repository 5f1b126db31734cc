// SPDX-License-Identifier: Apache-2.0
/** What an operator lets the program do instead of serving: one command, then it ends. */
@NullMarked
package id.siaga.intake.command;

import org.jspecify.annotations.NullMarked;
