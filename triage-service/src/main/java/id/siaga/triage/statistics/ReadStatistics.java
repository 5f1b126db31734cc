// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import id.siaga.triage.platform.Platform;
import id.siaga.triage.platform.Platforms;
import id.siaga.web.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Statistics as those read them who may: the desk all of them, a platform and a reporter what is about themselves. */
@ApplicationScoped
public class ReadStatistics {

    static final Set<String> DESK = Set.of("officer", "approver", "auditor", "operator");

    private final CountDays days;
    private final Platforms platforms;
    private final Clock clock;

    ReadStatistics(CountDays days, Platforms platforms, Clock clock) {
        this.days = days;
        this.platforms = platforms;
        this.clock = clock;
    }

    @Transactional
    public Statistics platforms(Caller reader, @Nullable String from, @Nullable String to) {
        Set<String> own = platforms.byCode().values().stream()
                .filter(platform -> platform.party().equals(reader.party()))
                .map(Platform::code)
                .collect(Collectors.toUnmodifiableSet());
        return read(Subject.PLATFORM, from, to, reader.hasAny(DESK) ? key -> true : own::contains);
    }

    @Transactional
    public Statistics reporters(Caller reader, @Nullable String from, @Nullable String to) {
        return read(Subject.REPORTER, from, to, reader.hasAny(DESK) ? key -> true : reader.party()::equals);
    }

    @Transactional
    public Statistics categories(@Nullable String from, @Nullable String to) {
        return read(Subject.CATEGORY, from, to, key -> true);
    }

    @Transactional
    public Statistics regions(@Nullable String from, @Nullable String to) {
        return read(Subject.REGION, from, to, key -> true);
    }

    @Transactional
    public Statistics desk(@Nullable String from, @Nullable String to) {
        return read(Subject.DESK, from, to, key -> true);
    }

    private Statistics read(Subject subject, @Nullable String from, @Nullable String to, Predicate<String> mayBeRead) {
        Window window = Window.of(from, to, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        Map<String, Tally> tallies = new TreeMap<>();
        days.within(subject, window.from(), window.to()).stream()
                .filter(counting -> mayBeRead.test(counting.key()))
                .forEach(counting -> tallies.computeIfAbsent(counting.key(), key -> new Tally())
                        .add(counting));
        return new Statistics(
                window.from().toString(),
                window.to().toString(),
                tallies.entrySet().stream()
                        .map(entry -> entry.getValue().row(entry.getKey()))
                        .toList());
    }
}
