// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage;

import id.siaga.web.CommittedApi;
import id.siaga.web.ServiceStack;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** The committed OpenAPI document against the code. */
@QuarkusTest
@QuarkusTestResource(value = ServiceStack.class, initArgs = @ResourceArg(name = "database", value = "triage"))
class OpenApiTest {

    @Test
    void theCommittedDocumentIsWhatTheServiceServes() {
        CommittedApi.assertServed("triage-service");
    }

    @Test
    void theDocumentationCanBeBrowsed() {
        CommittedApi.assertBrowsable();
    }
}
