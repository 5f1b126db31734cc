// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import id.siaga.localstack.SigningKeys;
import id.siaga.web.ServiceStack;
import java.util.HashMap;
import java.util.Map;

/** The real parts, a keyring made for this run, loopback opened, and limits that a test can wait for. */
public class NotificationStack extends ServiceStack {

    /** Each the party of a single test, which may let its feed go. */
    private static final String FOR_ONE_TEST = ",kept-1,kept-2,kept-3,kept-4,kept-5";

    @Override
    public void init(Map<String, String> initArgs) {
        super.init(Map.of("database", "notification"));
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("siaga.webhook.signing-keys", SigningKeys.create());
        settings.put("siaga.egress.allow", "127.0.0.0/8");
        settings.put("siaga.egress.total-limit", "8s");
        settings.put("siaga.delivery.lease", "12s");
        settings.put("siaga.delivery.poll", "100ms");
        settings.put("siaga.breaker.pause", "500ms");
        settings.put("siaga.rehearsal.pause", "200ms");
        settings.put("siaga.recovery.batch", "20");
        settings.merge("siaga.security.parties", FOR_ONE_TEST, String::concat);
        return settings;
    }
}
