// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.region;

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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The provinces of regions.yaml. */
@Singleton
public class Regions {

    // Within its province a regency (kabupaten) has a number from 01, a city (kota) one from 71.
    private static final Pattern REGENCY = Pattern.compile("(\\d{2})\\.(0[1-9]|[1-9]\\d)");

    private final List<Region> all;
    private final Map<String, Region> byIso;
    private final Map<String, Region> byKemendagri;

    Regions() {
        all = read();
        byIso = all.stream().collect(Collectors.toUnmodifiableMap(Region::iso, Function.identity()));
        byKemendagri = all.stream().collect(Collectors.toUnmodifiableMap(Region::kemendagri, Function.identity()));
    }

    /** All provinces, in the order of their Kemendagri codes. */
    public List<Region> all() {
        return all;
    }

    /** The province with this code of ISO 3166-2:ID, if there is one. */
    public Optional<Region> find(String iso) {
        return Optional.ofNullable(byIso.get(iso));
    }

    /**
     * The province in which a regency or city with this Kemendagri code lies, such as {@code 32.73}. Whether the province
     * has one of that number is not known here.
     */
    public Optional<Region> regency(String code) {
        Matcher matcher = REGENCY.matcher(code);
        return matcher.matches() ? Optional.ofNullable(byKemendagri.get(matcher.group(1))) : Optional.empty();
    }

    private static List<Region> read() {
        try (InputStream in = Regions.class.getResourceAsStream("/regions.yaml")) {
            return List.copyOf(new YAMLMapper()
                    .readValue(Objects.requireNonNull(in, "regions.yaml"), new TypeReference<List<Region>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException("regions.yaml cannot be read", e);
        }
    }
}
