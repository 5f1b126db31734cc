// SPDX-License-Identifier: Apache-2.0
/** What manifests have to keep, whoever made them. A rule is given all that is deployed together. */
@NullMarked
package id.siaga.deployment.rules;

import org.jspecify.annotations.NullMarked;
