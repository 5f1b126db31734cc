// SPDX-License-Identifier: Apache-2.0
package id.siaga.messaging;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Gives each consumer of a channel that has several (its {@code concurrency}) a name of its own in the group: of two
 * under one name, the later one would silence the earlier.
 */
@ApplicationScoped
class ConsumerNames implements ClientCustomizer<Map<String, Object>> {

    /** What stands between a channel's name and the number of its consumer. */
    private static final char NUMBERED = '$';

    @Override
    public Map<String, Object> customize(String channel, Config config, Map<String, Object> settings) {
        Object name = settings.get(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        int number = channel.indexOf(NUMBERED);
        if (name == null || number < 0) {
            return settings;
        }
        Map<String, Object> named = new HashMap<>(settings);
        named.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, name + "-" + channel.substring(number + 1));
        return named;
    }
}
