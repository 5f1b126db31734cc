// SPDX-License-Identifier: Apache-2.0
/** Real parts and tokens for the tests of every service. */
@NullMarked
package id.siaga.web;

import org.jspecify.annotations.NullMarked;
