// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.dispatch;

import id.siaga.notification.NotificationStack;
import java.util.HashMap;
import java.util.Map;

/** The same, with limits that none of what a test does outlasts. */
public class PatientStack extends NotificationStack {

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(super.start());
        settings.put("siaga.egress.headers-limit", "50s");
        settings.put("siaga.egress.total-limit", "50s");
        settings.put("siaga.delivery.lease", "60s");
        return settings;
    }
}
