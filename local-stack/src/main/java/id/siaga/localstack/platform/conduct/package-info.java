// SPDX-License-Identifier: Apache-2.0
/** How the parties of the sample platform behave: their characters, and what each does with an order. */
@NullMarked
package id.siaga.localstack.platform.conduct;

import org.jspecify.annotations.NullMarked;
