// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.statistics;

import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Stream;

/** Statistics as one line for each figure: its key, its name, what kind of figure it is, and the figure. */
@Provider
@Produces(StatisticsAsCsv.MEDIA_TYPE)
public class StatisticsAsCsv implements MessageBodyWriter<Statistics> {

    static final String MEDIA_TYPE = "text/csv";

    private static final int DIGITS = 4;

    private final ObjectWriter csv = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Statistics.class;
    }

    @Override
    public void writeTo(
            Statistics statistics,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (SequenceWriter lines = csv.writeValues(out)) {
            lines.write(new String[] {"key", "figure", "name", "value"});
            for (Statistics.Row row : statistics.rows()) {
                for (String[] line : lines(row).toList()) {
                    lines.write(line);
                }
            }
        }
    }

    private static Stream<String[]> lines(Statistics.Row row) {
        return Stream.of(
                        row.counts().stream()
                                .map(counted ->
                                        line(row, "count", counted.name(), BigDecimal.valueOf(counted.count()))),
                        row.shares().stream().map(shared -> line(row, "share", shared.name(), rounded(shared.share()))),
                        row.lengths().stream()
                                .flatMap(lasted -> Stream.of(
                                        line(row, "measured", lasted.name(), BigDecimal.valueOf(lasted.count())),
                                        line(row, "median-seconds", lasted.name(), rounded(lasted.median())),
                                        line(row, "p95-seconds", lasted.name(), rounded(lasted.p95())))))
                .flatMap(lines -> lines);
    }

    private static String[] line(Statistics.Row row, String figure, Enum<?> name, BigDecimal value) {
        return new String[] {row.key(), figure, name.name(), value.toPlainString()};
    }

    static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DIGITS, RoundingMode.HALF_UP).stripTrailingZeros();
    }
}
