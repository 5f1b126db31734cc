// SPDX-License-Identifier: Apache-2.0
/** What is deployed, read as a cluster would read it. */
@NullMarked
package id.siaga.deployment;

import org.jspecify.annotations.NullMarked;
