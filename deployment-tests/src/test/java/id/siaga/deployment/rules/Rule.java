// SPDX-License-Identifier: Apache-2.0
package id.siaga.deployment.rules;

import java.util.List;

/** One thing that holds of all that is deployed together. */
public interface Rule {

    /** A sentence for each fault, which names the object; none when it holds. */
    List<String> faults(List<Manifest> manifests);
}
