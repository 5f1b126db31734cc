// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

import id.siaga.intake.content.ContentKeys;
import id.siaga.intake.content.Reading;
import id.siaga.web.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds one item against what only the domain knows: whether it names content, and when and in what language it was seen. */
@ApplicationScoped
class CheckItem {

    /** Clocks of reporters may be ahead of ours by this much. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    private final ContentKeys keys;
    private final Clock clock;

    CheckItem(ContentKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /** The item ready to be stored, or nothing and what is wrong with it among the errors. */
    Optional<ReportDraft.Item> check(
            ItemRequest item, String pointer, boolean locatorsOnly, List<Problem.Place> errors) {
        int before = errors.size();
        checkLanguage(item.language(), pointer, errors);
        checkTime(item.observedAt(), pointer, errors);
        Reading.Keyed content = read(item, pointer, locatorsOnly, errors);
        if (content == null || errors.size() > before) {
            return Optional.empty();
        }
        return Optional.of(new ReportDraft.Item(
                item.url(),
                item.text(),
                item.contentType(),
                item.language(),
                item.observedAt(),
                Boolean.TRUE.equals(item.liveStream()),
                item.authorAccount(),
                item.mediaSha256() == null ? null : item.mediaSha256().toLowerCase(Locale.ROOT),
                content.key()));
    }

    private Reading.@Nullable Keyed read(
            ItemRequest item, String pointer, boolean locatorsOnly, List<Problem.Place> errors) {
        String url = item.url();
        String text = item.text();
        if ((url == null) == (text == null)) {
            errors.add(new Problem.Place(pointer, "must have exactly one of url and text"));
            return null;
        }
        if (text != null && locatorsOnly) {
            errors.add(
                    new Problem.Place(pointer + "/text", "is not taken in this category: give the locator and a hash"));
            return null;
        }
        Reading reading = url != null ? keys.ofUrl(url) : keys.ofText(Objects.requireNonNull(text));
        return switch (reading) {
            case Reading.Keyed keyed -> keyed;
            case Reading.Refused refused -> {
                errors.add(new Problem.Place(pointer + (url != null ? "/url" : "/text"), refused.reason()));
                yield null;
            }
        };
    }

    private static void checkLanguage(@Nullable String tag, String pointer, List<Problem.Place> errors) {
        if (tag == null) {
            return;
        }
        try {
            new Locale.Builder().setLanguageTag(tag).build();
        } catch (IllformedLocaleException e) {
            errors.add(new Problem.Place(pointer + "/language", "must be a BCP 47 language tag such as id"));
        }
    }

    private void checkTime(@Nullable Instant seen, String pointer, List<Problem.Place> errors) {
        if (seen != null
                && (seen.isBefore(EARLIEST) || seen.isAfter(clock.instant().plus(TOLERANCE)))) {
            errors.add(new Problem.Place(pointer + "/observedAt", "must be a time in the past"));
        }
    }
}
