// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Json;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A report of the usual size, each about another content: one item, one reference. Reports differ in one word only, the
 * {@link #mark}, so that what one of them writes is what each of them writes.
 */
final class SampleReport {

    /** Who reports. */
    static final String PARTY = "kpu";

    private static final int RADIX = 36;
    private static final AtomicInteger MADE = new AtomicInteger();

    /** Six letters, by which the reports of one run differ from those of another one. */
    private static final String RUN = Long.toString(
            ProcessHandle.current()
                    .info()
                    .startInstant()
                    .map(Instant::getEpochSecond)
                    .orElseGet(() -> ProcessHandle.current().pid() + Integer.MAX_VALUE),
            RADIX);

    private SampleReport() {}

    /** A word that no earlier report has: the Idempotency-Key, and the number of a video. */
    static String mark() {
        String number = Integer.toString(MADE.incrementAndGet(), RADIX);
        return RUN + "0".repeat(5 - number.length()) + number;
    }

    static ObjectNode body(String mark) {
        ObjectNode body = Json.object()
                .put("reference", "KPU/2024/" + mark)
                .put("category", "election-hoax")
                .put(
                        "statementOfReasons",
                        "Video lama dari tahun 2019 diedarkan ulang seolah-olah TPS di Kota Bandung sudah ditutup"
                                + " pukul sepuluh. Beredar di sedikitnya 40 grup percakapan; pemungutan suara berlangsung"
                                + " sampai pukul 13. Mohon akses dibatasi sampai pemungutan suara selesai.")
                .put("region", "ID-JB")
                .put("urgencyReason", "Pemungutan suara berlangsung hari ini.");
        body.putArray("items")
                .addObject()
                .put("url", "https://m.youtube.com/watch?v=" + mark + "&feature=share&utm_source=whatsapp");
        body.putArray("references")
                .addObject()
                .put("url", "https://cekfakta.example/2024/11/27/" + mark)
                .put("kind", "FACT_CHECK")
                .put("note", "Penelusuran gambar: unggahan pertama bertanggal 17 April 2019.");
        return body;
    }
}
