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
import java.util.List;
import java.util.Objects;

/** Commitments as one line each: what was promised, and what was kept. */
@Provider
@Produces(StatisticsAsCsv.MEDIA_TYPE)
public class CommitmentsAsCsv implements MessageBodyWriter<Commitments> {

    private static final String[] HEADER = {
        "platform",
        "title",
        "version",
        "categories",
        "actWithinSeconds",
        "from",
        "to",
        "answered",
        "unanswered",
        "withinSinceReceipt",
        "shareSinceReceipt",
        "withinSinceReport",
        "shareSinceReport"
    };

    private final ObjectWriter csv = CsvMapper.builder()
            .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build()
            .writer();

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == Commitments.class;
    }

    @Override
    public void writeTo(
            Commitments commitments,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        try (SequenceWriter lines = csv.writeValues(out)) {
            lines.write(HEADER);
            for (Commitments.Row row : commitments.rows()) {
                lines.write(line(row));
            }
        }
    }

    private static String[] line(Commitments.Row row) {
        return new String[] {
            row.platform(),
            row.commitment().title(),
            row.commitment().version(),
            String.join(" ", Objects.requireNonNullElse(row.commitment().categories(), List.of())),
            String.valueOf(row.commitment().actWithinSeconds()),
            row.from(),
            row.to(),
            Long.toString(row.answered()),
            Long.toString(row.unanswered()),
            Long.toString(row.sinceReceipt().within()),
            share(row.sinceReceipt()),
            Long.toString(row.sinceReport().within()),
            share(row.sinceReport())
        };
    }

    private static String share(Commitments.Kept kept) {
        Double share = kept.share();
        return share == null ? "" : StatisticsAsCsv.rounded(share).toPlainString();
    }
}
