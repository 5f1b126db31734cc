// SPDX-License-Identifier: Apache-2.0
/** The life of a party: how it comes, changes its keys, is kept out for a while and leaves. */
@NullMarked
package id.siaga.operations.party;

import org.jspecify.annotations.NullMarked;
