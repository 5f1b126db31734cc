// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.media;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The kinds of file that are taken: those of media-types.yaml, and plain text. */
@Singleton
public class MediaTypes {

    static final String TEXT = "text/plain";

    /** One kind of file as media-types.yaml states it. */
    @RegisterForReflection
    record Stated(
            String type, List<String> signatures, @Nullable String contains) {}

    private record Kind(
            String type,
            List<Signature> signatures,
            @Nullable Signature contains) {

        static Kind of(Stated stated) {
            String contains = stated.contains();
            return new Kind(
                    stated.type(),
                    stated.signatures().stream().map(Signature::of).toList(),
                    contains == null ? null : Signature.of(contains));
        }

        boolean fits(byte[] beginning, int length) {
            return signatures.stream().anyMatch(one -> one.begins(beginning, length))
                    && (contains == null || contains.isIn(beginning, length));
        }
    }

    private final List<Kind> kinds;

    MediaTypes() {
        this.kinds = stated().stream().map(Kind::of).toList();
    }

    /** The types that are taken, without parameters. */
    public List<String> taken() {
        return Stream.concat(kinds.stream().map(Kind::type), Stream.of(TEXT))
                .sorted()
                .toList();
    }

    /** Looks at a file as it passes. */
    public MediaProbe probe() {
        return new MediaProbe(this);
    }

    /** The type whose signature the beginning of a file has. */
    Optional<String> signed(byte[] beginning, int length) {
        return kinds.stream()
                .filter(kind -> kind.fits(beginning, length))
                .map(Kind::type)
                .findFirst();
    }

    private static List<Stated> stated() {
        try (InputStream in = MediaTypes.class.getResourceAsStream("/media-types.yaml")) {
            return new YAMLMapper()
                    .readValue(Objects.requireNonNull(in, "media-types.yaml"), new TypeReference<List<Stated>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("media-types.yaml cannot be read", e);
        }
    }
}
