// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Answers problems in the language that the request prefers. */
class ProblemLanguage {

    private final Texts texts;
    private final boolean complete;

    ProblemLanguage(
            Texts texts, @ConfigProperty(name = "siaga.texts.complete", defaultValue = "false") boolean complete) {
        this.texts = texts;
        this.complete = complete;
    }

    @ServerResponseFilter
    void say(ContainerResponseContext response) {
        if (!(response.getEntity() instanceof Problem problem)) {
            return;
        }
        // Tests set it: so that each problem that any of them meets is known to have its Indonesian.
        Set<String> left = complete ? texts.untranslated(problem) : Set.of();
        if (!left.isEmpty()) {
            response.setStatus(500);
            response.setEntity(Problem.of(500, "internal", "No Indonesian for " + left));
            return;
        }
        Language language = texts.asked();
        response.setEntity(texts.in(language, problem));
        response.getHeaders().putSingle(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        response.getHeaders().add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
}
