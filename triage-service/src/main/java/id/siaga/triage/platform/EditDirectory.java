// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.platform;

import id.siaga.triage.record.Actor;
import id.siaga.triage.refusal.TriageRefusal;
import id.siaga.web.Revision;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An operator says how platforms are reached from now on; orders that were issued keep the party they were issued to. */
@ApplicationScoped
public class EditDirectory {

    private final Platforms platforms;
    private final Clock clock;

    EditDirectory(Platforms platforms, Clock clock) {
        this.platforms = platforms;
        this.clock = clock;
    }

    /** From now on there is somebody to ask about content whose key names this platform, once the rules that read links do. */
    @Transactional
    PlatformView add(NewPlatform platform, Actor by) {
        platform.check();
        if (!platforms.add(
                platform.code(), platform.entry(), by, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            throw new TriageRefusal.PlatformKnown();
        }
        return one(platform.code());
    }

    @Transactional
    PlatformView put(String code, PlatformEntry entry, Revision.Condition condition, Actor by) {
        entry.check();
        long version = platforms.lock(code).orElseThrow(TriageRefusal.NotFound::new);
        condition.check(version);
        platforms.store(code, version + 1, entry, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        return one(code);
    }

    @Transactional
    PlatformView one(String code) {
        return platforms.find(code).orElseThrow(TriageRefusal.NotFound::new);
    }

    @Transactional
    List<PlatformView> all() {
        return platforms.all();
    }

    @Transactional
    List<PlatformView> history(String code, @Nullable Long before, int most) {
        one(code);
        return platforms.history(code, before, most);
    }
}
