// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

/** A service of the suite and the OAuth scope that puts it into a token's audience. */
public enum Service {
    INTAKE("intake-service", "intake"),
    TRIAGE("triage-service", "triage"),
    NOTIFICATION("notification-service", "notification");

    private final String id;
    private final String scope;

    Service(String id, String scope) {
        this.id = id;
        this.scope = scope;
    }

    public String id() {
        return id;
    }

    public String scope() {
        return scope;
    }
}
