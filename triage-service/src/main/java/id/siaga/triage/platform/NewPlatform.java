// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import id.siaga.web.InvalidRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Set;

/**
 * A platform that the directory does not know yet.
 *
 * @param code as content keys have it, by the rules that read links
 */
public record NewPlatform(
        @NotNull @Size(max = 63) @Pattern(regexp = "[a-z][a-z0-9-]*", message = "must be a code such as snackvideo")
        String code,

        @NotNull @Valid PlatformEntry entry) {

    /** What content keys say of pages of the web at large and of quoted texts: nobody answers for all of them. */
    private static final Set<String> NOBODYS = Set.of("web", "text");

    void check() {
        if (NOBODYS.contains(code)) {
            throw new InvalidRequest("/code", "is no platform");
        }
        entry.check("/entry");
    }
}
