// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id                                  | INDONESIAN
            ID                                  | INDONESIAN
            id-ID,id;q=0.9,en-US;q=0.8,en;q=0.7 | INDONESIAN
            in                                  | INDONESIAN
            jv, id;q=0.5                        | INDONESIAN
            en;q=0.2, id                        | INDONESIAN
            en                                  | ENGLISH
            en-GB, id;q=0.9                     | ENGLISH
            en-IN                               | ENGLISH
            id;q=0, en                          | ENGLISH
            id;q=0                              | ENGLISH
            ms                                  | ENGLISH
            idx                                 | ENGLISH
            *                                   | ENGLISH
            ''                                  | ENGLISH
            ;;;q=                               | ENGLISH
            id;q=abc                            | ENGLISH
            """)
    void theLanguageIsTheOneThatTheCallerPrefersOfOurs(String header, Language expected) {
        assertEquals(expected, Language.preferred(header));
    }

    @Test
    void whoAsksForNoneGetsEnglish() {
        assertEquals(Language.ENGLISH, Language.preferred(null));
    }
}
