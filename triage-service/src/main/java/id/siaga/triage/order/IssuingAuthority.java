// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order;

import id.siaga.web.Caller;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * In whose name an ORDER is made.
 *
 * @param party the authority, whose competence is in the register
 * @param fileReference its own reference to the file
 */
public record IssuingAuthority(
        @NotBlank @Size(max = Caller.LONGEST_PARTY) String party,
        @NotBlank @Size(max = 200) String fileReference) {}
