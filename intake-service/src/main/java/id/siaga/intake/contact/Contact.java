// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.contact;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom to ask about a report. */
@RegisterForReflection // for Jackson: it is sealed as JSON, beside being sent as such
@Schema(
        description =
                "The person who can be asked about the report; kept apart from it, encrypted, told to nobody else.")
public record Contact(
        @NotBlank @Size(max = 200) String name,

        @Schema(examples = "siti@mafindo.example")
        @Email(message = "must be an e-mail address")
        @Size(max = 254)
        @Nullable
        String email,

        @Schema(description = "In international form.", examples = "+62 812 3456 7890", maxLength = 32)
        @Pattern(regexp = "\\+[0-9][0-9 ()-]{5,30}", message = "must be a phone number such as +62 812 3456 7890")
        @Nullable
        String phone) {

    // A record would print what must not stand in a log.
    @Override
    public String toString() {
        return "Contact[...]";
    }
}
