// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContentKeysTest {

    private final ContentKeys keys = new ContentKeys();

    @ParameterizedTest
    @CsvFileSource(resources = "/content/spellings.csv", numLinesToSkip = 1)
    void everySpellingGivesTheOneKey(String spelling, String key) {
        assertEquals(key, keyed(spelling).key().text());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/content/spellings.csv", numLinesToSkip = 1)
    void theCanonicalSpellingKeysToItself(String spelling, String ignored) {
        // Given
        Reading.Keyed first = keyed(spelling);
        // When
        Reading.Keyed again = keyed(first.canonical());
        // Then
        assertEquals(first, again);
    }

    @Test
    void everyExampleInTheRulesIsReadByItsOwnRule() {
        for (ContentRules.Platform platform : ContentRules.read().platforms()) {
            for (ContentRules.Kind kind :
                    Objects.requireNonNullElse(platform.kinds(), java.util.List.<ContentRules.Kind>of())) {
                ContentKey key = keyed(kind.example()).key();
                assertEquals(
                        platform.platform() + ":" + kind.kind(), key.platform() + ":" + key.kind(), kind.example());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "https://",
                "http:///path",
                "https:example.org",
                "ftp://example.org/file",
                "javascript:alert(1)",
                "example.org/without-scheme",
                "https://localhost/",
                "https://exa mple.org/",
                "https://example.org:99999/",
                "https://[::1",
                "https://\u0000/",
                "not a url at all"
            })
    void whatNamesNoContentIsRefusedWithAReason(String spelling) {
        Reading.Refused refused = assertInstanceOf(Reading.Refused.class, keys.ofUrl(spelling));
        assertNotEquals("", refused.reason());
    }

    @Test
    void aShortLinkKeepsItsCase() {
        assertNotEquals(
                keyed("https://bit.ly/3AbCdE").key(),
                keyed("https://bit.ly/3abcde").key());
        assertNotEquals(
                keyed("https://vt.tiktok.com/ZS2rJqaky").key(),
                keyed("https://vt.tiktok.com/ZS2rjqaky").key());
    }

    @Test
    void aUrlTooLongForAnIndexIsDigested() {
        // Given
        String url = "https://example.org/?q=" + "é".repeat(2_000);
        // When
        Reading.Keyed keyed = keyed(url);
        // Then
        assertEquals("url-digest", keyed.key().kind());
        assertEquals(64, keyed.key().id().length());
        assertEquals(keyed, keyed(keyed.canonical()));
    }

    @Test
    void theKeyCarriesTheVersionOfItsRules() {
        assertEquals(
                ContentRules.read().version(),
                keyed("https://example.org/").key().ruleVersion());
    }

    private Reading.Keyed keyed(String url) {
        return assertInstanceOf(Reading.Keyed.class, keys.ofUrl(url), url);
    }
}
