// SPDX-License-Identifier: Apache-2.0
/** What {@code k8s} deploys. */
@NullMarked
package id.siaga.deployment.kustomize;

import org.jspecify.annotations.NullMarked;
