// SPDX-License-Identifier: Apache-2.0
@NullMarked
package id.siaga.localstack.reconcile;

import org.jspecify.annotations.NullMarked;
