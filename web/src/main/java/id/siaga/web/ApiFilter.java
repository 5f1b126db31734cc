// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.Set;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.jboss.jandex.IndexView;

/** Writes into the OpenAPI document of each service what all services promise, so that a resource says only its own. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiFilter implements OASFilter {

    private final ApiMembers members;
    private final Set<String> limited;

    public ApiFilter(IndexView index) {
        this.members = new ApiMembers(index);
        this.limited = ApiLimits.operations(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.addServer(OASFactory.createServer()
                .url("/")
                .description("The host that this document comes from, in production and in every test of it.")
                .addExtension("x-internal", false));
        members.complete(document);
        ApiBounds.complete(document);
        ApiPages.complete(document);
        new ApiAnswers(limited).complete(document);
    }
}
