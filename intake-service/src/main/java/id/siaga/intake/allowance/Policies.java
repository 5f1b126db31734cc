// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.allowance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;

/** What holds for a party: its own limits where it has some, everybody's where not. */
@ApplicationScoped
class Policies {

    private final AllowanceLimits limits;

    Policies(AllowanceLimits limits) {
        this.limits = limits;
    }

    /** The limits of a party's reports. */
    List<Policy> reports(String party) {
        return List.of(
                new Policy.Rate(
                        number(party, AllowanceLimits.Party::reportsAtOnce, limits::reportsAtOnce),
                        number(party, AllowanceLimits.Party::reportsPerSecond, limits::reportsPerSecond)),
                new Policy.Quota(
                        own(party)
                                .map(AllowanceLimits.Party::reportsPerDay)
                                .orElseGet(OptionalLong::empty)
                                .orElseGet(limits::reportsPerDay),
                        limits.day()));
    }

    /** The limits of a party's reads. */
    List<Policy> reads(String party) {
        return List.of(new Policy.Rate(
                number(party, AllowanceLimits.Party::readsAtOnce, limits::readsAtOnce),
                number(party, AllowanceLimits.Party::readsPerSecond, limits::readsPerSecond)));
    }

    private int number(String party, Function<AllowanceLimits.Party, OptionalInt> ofParty, Supplier<Integer> ofAll) {
        return own(party).map(ofParty).orElseGet(OptionalInt::empty).orElseGet(ofAll::get);
    }

    private Optional<AllowanceLimits.Party> own(String party) {
        return Optional.ofNullable(limits.parties().get(party));
    }
}
