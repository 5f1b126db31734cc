// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.intake;

import io.vertx.core.buffer.Buffer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The calls that bring reports. */
final class Calls {

    /** How many reports are in a batch. */
    static final int BATCH = 100;

    private static final int CREATED = 201;
    private static final int MULTI_STATUS = 207;

    private Calls() {}

    /** One report a call. */
    static Posts.Call single() {
        return new One();
    }

    /** A hundred reports a call. */
    static Posts.Call batch() {
        return new Batch();
    }

    private record One() implements Posts.Call {

        @Override
        public String path() {
            return "/v1/reports";
        }

        @Override
        public Buffer body(String mark) {
            return Buffer.buffer(SampleReport.json(mark));
        }

        @Override
        public int expected() {
            return CREATED;
        }

        @Override
        public int reports() {
            return 1;
        }
    }

    private record Batch() implements Posts.Call {

        @Override
        public String path() {
            return "/v1/reports/batch";
        }

        @Override
        public Buffer body(String mark) {
            return Buffer.buffer(IntStream.range(0, BATCH)
                    .mapToObj(i -> SampleReport.json(SampleReport.mark()))
                    .collect(Collectors.joining(",", "{\"reports\":[", "]}")));
        }

        @Override
        public int expected() {
            return MULTI_STATUS;
        }

        @Override
        public int reports() {
            return BATCH;
        }
    }
}
