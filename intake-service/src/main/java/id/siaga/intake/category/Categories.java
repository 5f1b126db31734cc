// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.category;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The harm categories of categories.yaml. */
@Singleton
public class Categories {

    private final List<Category> all;
    private final Map<String, Category> byCode;

    Categories() {
        all = List.copyOf(read());
        byCode = all.stream().collect(Collectors.toUnmodifiableMap(Category::code, Function.identity()));
    }

    /** The category with this code, if there is one. */
    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** All of them, in the order of the file. */
    List<Category> all() {
        return all;
    }

    /** All codes, sorted. */
    public List<String> codes() {
        return byCode.keySet().stream().sorted().toList();
    }

    private static List<Category> read() {
        try (InputStream in = Categories.class.getResourceAsStream("/categories.yaml")) {
            return new YAMLMapper()
                    .readValue(Objects.requireNonNull(in, "categories.yaml"), new TypeReference<List<Category>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException("categories.yaml cannot be read", e);
        }
    }
}
