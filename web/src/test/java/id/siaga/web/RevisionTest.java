// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'\"3\"',         ,    3, 200",
                "'\"2\", \"3\"',  ,    3, 200",
                "*,               ,    3, 200",
                ",                *,    , 200",
                "'\"2\"',         ,    3, 412",
                "'W/\"3\"',       ,    3, 412",
                "3,               ,    3, 412",
                "*,               ,     , 412",
                "'\"3\"',         ,     , 412",
                ",                *,   3, 412",
                "'\"3\"',         *,   3, 412",
                ",                ,    3, 428",
                ",                ,     , 428",
                ",                '\"3\"', 3, 428"
            })
    void onlyWhoHasSeenItMayEditIt(
            @Nullable String ifMatch, @Nullable String ifNoneMatch, @Nullable Long version, int status) {
        // Given
        Revision.Condition condition = Revision.condition(ifMatch, ifNoneMatch);
        // Then
        if (status == 200) {
            assertDoesNotThrow(() -> condition.check(version));
        } else {
            RevisionRefusal refusal = assertThrows(RevisionRefusal.class, () -> condition.check(version));
            assertEquals(status, refusal.problem().status());
        }
    }
}
