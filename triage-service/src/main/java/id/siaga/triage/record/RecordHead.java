// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.record;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HexFormat;

/**
 * How far the record of a case has come: whoever was told can tell later whether it was rewritten.
 *
 * @param seq the number of its last entry
 * @param hash of that entry, and so of all before it; lower-case hexadecimal
 */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
public record RecordHead(
        @Min(1) long seq,
        @Size(max = 64) @Pattern(regexp = "^[0-9a-f]{64}$") String hash) {

    static RecordHead of(long seq, byte[] hash) {
        return new RecordHead(seq, HexFormat.of().formatHex(hash));
    }
}
