// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.media;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediaProbeTest {

    private final MediaTypes types = new MediaTypes();

    /** Looked at in small pieces, as a network gives them. */
    private Optional<String> typeOf(byte[] file) {
        MediaProbe probe = types.probe();
        for (int start = 0; start < file.length; start += 3) {
            byte[] piece = Arrays.copyOfRange(file, start, Math.min(file.length, start + 3));
            probe.look(piece, piece.length);
        }
        return probe.type();
    }

    private Optional<String> typeOf(String file) {
        return typeOf(file.getBytes(UTF_8));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
            image/jpeg|\u00ff\u00d8\u00ff\u00e0 JFIF
            image/gif|GIF87a
            image/gif|GIF89a and what follows
            image/webp|RIFF\u0001\u0002\u0003\u0004WEBPVP8
            video/quicktime|\u0001\u0001\u0001\u0014ftypqt  more
            audio/mp4|\u0001\u0001\u0001\u0014ftypM4A more
            video/mp4|\u0001\u0001\u0001\u0014ftypisommore
            video/mp4|\u0001\u0001\u0001\u0014ftypmp42more
            audio/mpeg|ID3\u0004
            audio/mpeg|\u00ff\u00fb\u0090
            application/pdf|%PDF-1.7
            application/warc|WARC/1.0
            video/webm|\u001aE\u00df\u00a3\u0093B\u0082\u0084webm
            """)
    void aKindOfFileIsKnownByItsBeginning(String type, String beginning) {
        assertEquals(Optional.of(type), typeOf(beginning.getBytes(ISO_8859_1)));
    }

    @Test
    void aPngIsKnownThoughMarkupFollows() {
        assertEquals(
                Optional.of("image/png"),
                typeOf("\u0089PNG\r\n\u001a\n<script>alert(1)</script>".getBytes(ISO_8859_1)));
    }

    @Test
    void aSoundInOggIsKnownAndAFilmIsNot() {
        String page = "OggS\u0000\u0002" + "\u0000".repeat(22);
        assertEquals(Optional.of("audio/ogg"), typeOf((page + "OpusHead").getBytes(ISO_8859_1)));
        assertEquals(Optional.of("audio/ogg"), typeOf((page + "\u0001vorbis").getBytes(ISO_8859_1)));
        assertEquals(Optional.empty(), typeOf((page + "\u0080theora").getBytes(ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Awas!", "Pesan berantai: “Awas” \uD83D\uDEA8\r\n\tbaris dua", "1 < 2", "\uFEFFTPS 12"})
    void writingIsPlainText(String text) {
        assertEquals(Optional.of("text/plain"), typeOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                " \n <!DOCTYPE html>",
                "\uFEFF<?xml version='1.0'?>",
                "<svg xmlns='http://www.w3.org/2000/svg'/>",
                "<script>",
                "</p>",
                "#!/bin/sh",
                "%!PS-Adobe",
                "PK\u0003\u0004",
                "MZ\u0000\u0001",
                "a\u0000b",
                "\u001aE\u007f",
                "RIFF\u0001\u0002\u0003\u0004AVI LIST"
            })
    void whatIsNeitherIsNotTaken(String file) {
        assertEquals(Optional.empty(), typeOf(file));
    }

    @Test
    void bytesThatAreNoUtf8AreNotText() {
        assertEquals(Optional.empty(), typeOf("caf\u00e9 noir".getBytes(ISO_8859_1)));
        assertEquals(Optional.empty(), typeOf(Arrays.copyOf("TPS “".getBytes(UTF_8), 5)));
        byte[] late = "a".repeat(20_000).getBytes(UTF_8);
        late[19_000] = 0;
        assertEquals(Optional.empty(), typeOf(late));
    }
}
