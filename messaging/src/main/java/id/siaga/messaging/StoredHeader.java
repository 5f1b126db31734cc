// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * A Kafka header as the outbox keeps it. Names may repeat and values are any bytes or none, in dead letters above all, so
 * neither a map nor text would give back what was received (PostgreSQL's text takes no NUL).
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record StoredHeader(String key, byte @Nullable [] value) implements Header {

    private static final int ABSENT = -1;

    static StoredHeader of(String key, String value) {
        return new StoredHeader(key, value.getBytes(UTF_8));
    }

    static byte[] write(Iterable<? extends Header> headers) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            for (Header header : headers) {
                byte[] key = header.key().getBytes(UTF_8);
                out.writeInt(key.length);
                out.write(key);
                byte[] value = header.value();
                out.writeInt(value == null ? ABSENT : value.length);
                if (value != null) {
                    out.write(value);
                }
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static List<Header> read(byte[] stored) {
        var headers = new ArrayList<Header>();
        try (var in = new DataInputStream(new ByteArrayInputStream(stored))) {
            while (in.available() > 0) {
                String key = new String(in.readNBytes(in.readInt()), UTF_8);
                int length = in.readInt();
                headers.add(new StoredHeader(key, length == ABSENT ? null : in.readNBytes(length)));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException("An outbox row holds broken headers", broken);
        }
        return headers;
    }
}
