// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification;

import id.siaga.web.CommittedApi;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The committed OpenAPI document against the code. */
@QuarkusTest
@QuarkusTestResource(NotificationStack.class)
class OpenApiTest {

    @Test
    void theCommittedDocumentIsWhatTheServiceServes() {
        CommittedApi.assertServed("notification-service");
    }

    @Test
    void theDocumentationCanBeBrowsed() {
        CommittedApi.assertBrowsable();
    }
}
