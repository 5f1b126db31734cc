// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.content;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules of content-rules.yaml, ready to apply. */
final class ContentRules {

    /** One platform as the file states it. */
    @RegisterForReflection
    record Platform(
            String platform,
            String name,
            @Nullable List<String> prefixes,
            List<String> hosts,
            @Nullable Map<String, String> aliases,
            @Nullable List<String> tracking,
            @Nullable Map<String, String> names,
            @Nullable Map<String, List<String>> reserved,
            @Nullable List<Kind> kinds) {}

    /** One kind of content on a platform as the file states it. */
    @RegisterForReflection
    record Kind(
            String kind,
            List<String> locators,
            String id,
            boolean lowercase,
            @Nullable String without,
            String canonical,
            String example) {}

    /** How links are written that are not meant to be clicked on. */
    @RegisterForReflection
    record Writing(Map<String, String> schemes, List<String> fileEndings) {}

    /** What carries the address of content in its own. */
    @RegisterForReflection
    record Wrapping(Map<String, String> names, List<Wrapper> wrappers) {}

    /** One redirect, archive or cache. */
    @RegisterForReflection
    record Wrapper(List<String> locators, String inner, String example) {}

    /** The whole file. */
    @RegisterForReflection
    record File(int version, List<String> tracking, Writing writing, Wrapping wrapping, List<Platform> platforms) {}

    private final File file;
    private final ParameterNames tracking;
    private final Spelling spelling;
    private final Wrappers wrappers;
    private final Map<String, PlatformRules> byDomain = new HashMap<>();

    private ContentRules(File file) {
        this.file = file;
        this.tracking = new ParameterNames(file.tracking());
        this.spelling =
                new Spelling(file.writing().schemes(), Set.copyOf(file.writing().fileEndings()));
        this.wrappers = new Wrappers(file.wrapping());
        for (Platform platform : file.platforms()) {
            PlatformRules compiled = new PlatformRules(platform);
            compiled.domains().forEach(domain -> byDomain.put(domain, compiled));
        }
    }

    static ContentRules shipped() {
        return new ContentRules(read());
    }

    static File read() {
        try (InputStream in = ContentRules.class.getResourceAsStream("/content-rules.yaml")) {
            return new YAMLMapper().readValue(Objects.requireNonNull(in, "content-rules.yaml"), File.class);
        } catch (IOException e) {
            throw new UncheckedIOException("content-rules.yaml cannot be read", e);
        }
    }

    int version() {
        return file.version();
    }

    List<Platform> platforms() {
        return file.platforms();
    }

    Spelling spelling() {
        return spelling;
    }

    Wrappers wrappers() {
        return wrappers;
    }

    boolean isTracking(String parameter) {
        return tracking.contains(parameter);
    }

    /** The platform that a host belongs to, or null: found by the host itself or by what follows its first label. */
    @Nullable
    PlatformRules platformOf(String host) {
        PlatformRules exact = byDomain.get(host);
        if (exact != null) {
            return exact;
        }
        int dot = host.indexOf('.');
        PlatformRules parent = dot < 0 ? null : byDomain.get(host.substring(dot + 1));
        return parent != null && parent.hasPrefix(host.substring(0, dot)) ? parent : null;
    }
}
