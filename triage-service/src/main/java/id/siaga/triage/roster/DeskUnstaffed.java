// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.roster;

import id.siaga.triage.event.News;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Nobody is on duty. */
@RegisterForReflection // for Jackson; native builds find only what endpoints speak of
record DeskUnstaffed(Instant since) implements News.Data {

    /** The one desk that there is. */
    private static final UUID DESK = UUID.fromString("5a1a9a00-0000-8000-8000-000000000001");

    static News news(long sequence, Instant since, Set<String> audience) {
        return new News(
                News.Topic.CASE, "desk.unstaffed", DESK, sequence, audience, DESK, since, new DeskUnstaffed(since));
    }
}
