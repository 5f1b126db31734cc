// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.scatter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.Endpoints;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import java.net.HttpURLConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** An officer who moves cases into others and out of them again, without an end. */
final class Rearranging implements Runnable {

    private static final int OF_FIVE_MERGES = 3;
    private static final int FIVE = 5;

    private final Api api;
    private final String officer;
    private final Endpoints.Database database;
    private final Random random;
    private volatile boolean over;
    private final AtomicInteger merges = new AtomicInteger();
    private final AtomicInteger splits = new AtomicInteger();

    Rearranging(Api api, String officer, Endpoints.Database database, Random random) {
        this.api = api;
        this.officer = officer;
        this.database = database;
        this.random = random;
    }

    @Override
    public void run() {
        try (CaseBook book = new CaseBook(database)) {
            while (!over) {
                rearrange(book.cases(), book.merged());
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void rearrange(List<String> cases, List<String> merged) {
        if (!merged.isEmpty() && random.nextInt(FIVE) >= OF_FIVE_MERGES) {
            splits.addAndGet(done(split(any(merged))));
        } else if (cases.size() > 1) {
            String caseId = any(cases);
            String into = any(cases.stream().filter(one -> !one.equals(caseId)).toList());
            ObjectNode body = Json.object().put("caseId", caseId).put("reason", "Satu undian, dua unggahan.");
            merges.addAndGet(done(send("/v1/cases/" + into + "/merge", body)));
        }
    }

    private String any(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }

    /** Takes a case out of the one into which it had moved. */
    Answer split(String caseId) {
        return send("/v1/cases/" + caseId + "/split", Json.object().put("reason", "Ternyata dua perkara."));
    }

    private Answer send(String path, ObjectNode body) {
        return api.send(api.suite().identity(officer), Call.post(Service.TRIAGE, path, body));
    }

    /** A refusal by the rules is no failure: cases that have moved are no longer where they were. */
    private static int done(Answer answer) {
        if (answer.status() != HttpURLConnection.HTTP_CONFLICT && answer.status() != 422) {
            answer.orThrow();
        }
        return answer.ok() ? 1 : 0;
    }

    void stop() {
        over = true;
    }

    int merges() {
        return merges.get();
    }

    int splits() {
        return splits.get();
    }
}
