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
    private static final String PLACE = "benchNNNNNN";

    /** Written once; each report gets a mark of its own. */
    private static final String JSON = body(PLACE).toString();

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
        return mark(MADE.incrementAndGet());
    }

    /** A word that no earlier run has, the same one for the same number. */
    static String mark(int made) {
        String number = Integer.toString(made, RADIX);
        return RUN + "0".repeat(5 - number.length()) + number;
    }

    /** The report with this mark, on one line. */
    static String json(String mark) {
        return JSON.replace(PLACE, mark);
    }

    private static ObjectNode body(String mark) {
        ObjectNode body = Json.object()
                .put("reference", "KPU/2024/" + mark)
                .put("category", "election-hoax")
                .put(
                        "statementOfReasons",
                        "Video lama dari tahun 2019 diedarkan ulang seolah-olah TPS di Kota Bandung sudah ditutup"
                                + " pukul sepuluh. Beredar di sedikitnya 40 grup percakapan; pemungutan suara berlangsung"
                                + " sampai pukul 13. Mohon akses dibatasi sampai pemungutan suara selesai.")
                .put("region", "ID-JB")
                .put("urgencyReason", "Pemungutan suara berlangsung hari ini.")
                .put("goodFaith", true);
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
