// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void aCommandIsNamedByTheOneArgument() {
        assertEquals(Optional.of(Command.REKEY), Command.of("rekey"));
        assertEquals(Optional.of(Command.RE_ENCRYPT), Command.of("re-encrypt"));
    }

    @Test
    void anythingElseIsNone() {
        assertEquals(Optional.empty(), Command.of("rekye"));
        assertEquals(Optional.empty(), Command.of("REKEY"));
        assertEquals(Optional.empty(), Command.of("rekey", "now"));
        assertEquals(Optional.empty(), Command.of(""));
    }

    @Test
    void whatThereIsIsToldInOneLine() {
        assertEquals(
                "Give no argument to serve, or one of: migrate, rekey, re-encrypt, redrive CHANNEL", Command.usage());
    }

    @Test
    void everyChannelIsOffWhileACommandRuns() throws IOException {
        // Given
        List<String> channels = Pattern.compile("(?m)^(mp\\.messaging\\.incoming\\.[\\w-]+)\\.connector=")
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .map(match -> match.group(1) + ".enabled")
                .toList();
        // Then
        assertTrue(channels.size() > 1, "no channels were found");
        assertTrue(IntakeMain.OFF.containsAll(channels), () -> channels + " must be in " + IntakeMain.OFF);
    }
}
