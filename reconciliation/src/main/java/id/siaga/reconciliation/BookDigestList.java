// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import jakarta.validation.constraints.Size;
import java.util.List;

/** The digests of spans of time in which there are entries, in their order. */
public record BookDigestList(
        @Size(max = BookDigestList.MOST) List<BookDigest> digests) {

    static final int MOST = 1500;
}
