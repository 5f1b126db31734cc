// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import id.siaga.triage.category.Category;
import id.siaga.web.Caller;
import id.siaga.web.InvalidRequest;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole of what the directory says of a platform, as an operator writes it.
 *
 * @param party the organisation that answers for it
 * @param representative whether somebody in the country answers for it
 * @param roundTheClockContact who can be reached at any hour, and how
 * @param contactRoutes in the order in which they are tried
 * @param actWithoutProof whether its time may run from an attempt to serve that proves no receipt; it may not, unless said
 */
@RegisterForReflection // for Jackson, which also reads it out of the database
public record PlatformEntry(
        @NotBlank @Size(max = 200) String name,
        @NotBlank @Size(max = Caller.LONGEST_PARTY) String party,
        @NotNull Boolean representative,
        @NotNull ReceiptRule receiptRule,
        @Nullable @Size(max = 2000) String roundTheClockContact,
        @NotNull @Size(max = 20) List<@NotNull @Valid ContactRoute> contactRoutes,
        @Nullable @Size(max = 50) List<@NotNull @Valid PolicyLink> policies,
        @Nullable @Size(max = 50) List<@NotNull @Valid Commitment> commitments,
        @Nullable Boolean actWithoutProof) {

    public PlatformEntry {
        policies = policies == null ? List.of() : policies;
        commitments = commitments == null ? List.of() : commitments;
        actWithoutProof = actWithoutProof != null && actWithoutProof;
    }

    /** Where the platform's own rules can be read. */
    @RegisterForReflection // for Jackson, which also reads it out of the database
    public record PolicyLink(
            @NotBlank @Size(max = 300) String title,
            @NotBlank @Size(max = 1000) String url) {}

    /** What no single member shows to be wrong. */
    void check() {
        check("");
    }

    /** The same of an entry that stands in a document. */
    void check(String in) {
        Set<ContactRoute> seen = new HashSet<>();
        for (int i = 0; i < contactRoutes.size(); i++) {
            ContactRoute route = contactRoutes.get(i);
            String address = route.address();
            if (route.kind() != RouteKind.WEBHOOK && (address == null || address.isBlank())) {
                throw new InvalidRequest(in + "/contactRoutes/" + i + "/address", "is needed but for WEBHOOK");
            }
            if (!seen.add(new ContactRoute(route.kind(), address, null))) {
                throw new InvalidRequest(in + "/contactRoutes/" + i, "is named twice");
            }
        }
        List<Commitment> signed = Objects.requireNonNullElse(commitments, List.of());
        for (int i = 0; i < signed.size(); i++) {
            check(signed.get(i), in + "/commitments/" + i);
        }
    }

    private static void check(Commitment commitment, String pointer) {
        LocalDate until = commitment.lastDay();
        if (until != null && until.isBefore(commitment.signedOn())) {
            throw new InvalidRequest(pointer + "/lastDay", "is before the signature");
        }
        List<String> categories = Objects.requireNonNullElse(commitment.categories(), List.of());
        for (int i = 0; i < categories.size(); i++) {
            if (Category.of(categories.get(i)).isEmpty()) {
                throw new InvalidRequest(pointer + "/categories/" + i, "is not a known category");
            }
        }
    }
}
