// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.command;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class NotificationMainTest {

    @Test
    void everyChannelIsOffWhileACommandRuns() throws IOException {
        // Given
        List<String> channels = Pattern.compile("(?m)^(mp\\.messaging\\.incoming\\.[\\w-]+)\\.connector=")
                .matcher(Files.readString(Path.of("src/main/resources/application.properties")))
                .results()
                .map(match -> match.group(1) + ".enabled")
                .toList();
        // Then
        assertFalse(channels.isEmpty(), "no channels were found");
        assertTrue(NotificationMain.OFF.containsAll(channels), () -> channels + " must be in " + NotificationMain.OFF);
    }
}
