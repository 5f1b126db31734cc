// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Names the caller's party in all that is logged about a request. */
class CallerLog {

    private final Callers callers;

    CallerLog(Callers callers) {
        this.callers = callers;
    }

    // The framework's MDC lives and dies with the request, on whatever threads it runs.
    @ServerRequestFilter
    void name() {
        callers.known().ifPresent(caller -> MDC.put("party", caller.party()));
    }
}
