// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.desk;

import id.siaga.triage.casework.CaseStatus;
import id.siaga.web.Caller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which cases of the queue somebody wants to see; what is null does not matter. */
public record QueueFilter(
        @Nullable CaseStatus status,
        @Nullable String category,
        @Nullable Boolean urgent,
        @Nullable String platform,
        @Nullable String region,
        @Nullable String flag,
        @Nullable ClaimedBy claimed) {

    /** Who works on a case, as seen by who asks. */
    public enum ClaimedBy {
        ME,
        SOMEBODY,
        NOBODY
    }

    Conditions conditions(Caller reader, Instant now) {
        Conditions all = new Conditions();
        all.addIf(status, "c.status = ?");
        all.addIf(category, "c.category = ?");
        all.addIf(urgent, "c.urgent = ?");
        all.addIf(platform, "exists (select 1 from content t where t.case_id = c.id and t.platform = ?)");
        all.addIf(
                region,
                "exists (select 1 from reported_item i"
                        + " where i.case_id = c.id and i.withdrawn_at is null and i.region = ?)");
        all.addIf(flag, "exists (select 1 from case_flag f where f.case_id = c.id and f.flag = ?)");
        String claims = "exists (select 1 from case_claim m where m.case_id = c.id and m.ends_at > ?";
        switch (claimed) {
            case null -> {}
            case ME -> all.add(claims + " and m.person = ?)", now, reader.personKey());
            case SOMEBODY -> all.add(claims + ")", now);
            case NOBODY -> all.add("not " + claims + ")", now);
        }
        return all;
    }

    /** What is asked of a case in the words of the database, with what is filled in. */
    static final class Conditions {

        private final List<String> texts = new ArrayList<>();
        private final List<Object> arguments = new ArrayList<>();

        void add(String text, Object... filledIn) {
            texts.add(text);
            arguments.addAll(List.of(filledIn));
        }

        private void addIf(@Nullable Object value, String text) {
            if (value != null) {
                add(text, value);
            }
        }

        String text() {
            return texts.isEmpty() ? "true" : String.join(" and ", texts);
        }

        Object[] arguments(Object... after) {
            return Stream.concat(arguments.stream(), Stream.of(after)).toArray();
        }
    }
}
