// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/** The channels that this service takes events from, as they are configured; those that are switched off left out. */
@ApplicationScoped
class Channels {

    private static final String INCOMING = "mp.messaging.incoming.";
    private static final Pattern CONNECTOR = Pattern.compile(Pattern.quote(INCOMING) + "([\\w-]+)\\.connector");

    record Channel(String name, String group, List<String> topics) {}

    private final Config config;

    Channels(Config config) {
        this.config = config;
    }

    List<Channel> all() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(CONNECTOR::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .sorted()
                .filter(name -> config.getOptionalValue(INCOMING + name + ".enabled", Boolean.class)
                        .orElse(true))
                .map(this::channel)
                .toList();
    }

    private Channel channel(String name) {
        String prefix = INCOMING + name + ".";
        List<String> topics = Stream.of("topic", "topics")
                .flatMap(key -> config.getOptionalValue(prefix + key, String.class).stream())
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::strip)
                .toList();
        return new Channel(name, config.getValue(prefix + "group.id", String.class), topics);
    }
}
