// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.endpoint;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How a token is got that the endpoint wants with each request. */
@Schema(description = "A token of the receiver's issuer is sent as Authorization: Bearer; got by client credentials.")
public record OAuth2Settings(
        @Schema(description = "Where tokens are asked for.", examples = "https://sso.cekfakta.example/token")
        @NotBlank(message = "is required")
        @Size(max = 2048, message = "must have at most 2048 characters")
        String tokenUrl,

        @NotBlank(message = "is required") @Size(max = 255, message = "must have at most 255 characters")
        String clientId,

        @Schema(description = "Stored encrypted and shown as ***; sent back as *** it stays what it was.")
        @NotBlank(message = "is required")
        @Size(max = 512, message = "must have at most 512 characters")
        String clientSecret,

        @Size(max = 500, message = "must have at most 500 characters")
        @Pattern(regexp = SCOPE, message = "must be words of visible ASCII characters, with single spaces between them")
        @Nullable
        String scope) {

    // RFC 6749, section 3.3
    private static final String SCOPE = "[\\x21\\x23-\\x5b\\x5d-\\x7e]+(?: [\\x21\\x23-\\x5b\\x5d-\\x7e]+)*";

    @Override
    public String toString() {
        return "OAuth2Settings[" + clientId + "]";
    }
}
