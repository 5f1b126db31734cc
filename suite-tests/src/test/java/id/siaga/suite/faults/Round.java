// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import id.siaga.localstack.client.Answer;
import id.siaga.localstack.client.Api;
import id.siaga.localstack.client.Call;
import id.siaga.localstack.client.Json;
import id.siaga.localstack.client.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A hundred reports, sent all at once, and approvals of what was prepared before. */
final class Round implements AutoCloseable {

    static final int REPORTS = 100;
    static final int CONTENTS = 20;
    static final int ORDERS = 10;

    /** A party reports some content once; so as many of them as there are reports of each. */
    static final List<String> REPORTERS = List.of("komdigi", "kpu", "bawaslu", "mafindo", "polri");

    /** The reporters' own reference, by which these reports are told from those of other tests. */
    static final String REFERENCE = "faults";

    /** How every report begins, and so every case that it opens. */
    static final String HEADLINE = "Undian palsu";

    private final Api api;
    private final DutyDesk desk;
    private final TopicWatch topics;
    private final SinkLedger sink;
    private final int number;
    private final int contents;
    private final List<String> proposals;
    private final int submittedBefore;
    private final int linkedBefore;
    private final int issuedBefore;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> orders = ConcurrentHashMap.newKeySet();
    private final List<Future<?>> calls = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private int reportsBegun;
    private int approvalsBegun;

    /**
     * @param contents how many contents the reports are about
     * @param proposals what is there to be approved
     */
    Round(
            int number,
            int contents,
            List<String> proposals,
            Api api,
            DutyDesk desk,
            TopicWatch topics,
            SinkLedger sink) {
        this.number = number;
        this.contents = contents;
        this.proposals = List.copyOf(proposals);
        this.api = api;
        this.desk = desk;
        this.topics = topics;
        this.sink = sink;
        this.submittedBefore = topics.submitted().size();
        this.linkedBefore = topics.linked().size();
        this.issuedBefore = topics.issued().size();
    }

    void sendReports() {
        for (int n = 0; n < REPORTS; n++) {
            int report = n;
            calls.add(threads.submit(() -> send(report)));
        }
        reportsBegun = REPORTS;
    }

    void approve() {
        proposals.forEach(proposal -> calls.add(threads.submit(() -> orders.addAll(desk.approve(proposal)))));
        approvalsBegun = proposals.size();
    }

    private boolean send(int report) {
        String reasons = "%s, putaran %d: video ini menjanjikan hadiah yang tidak ada; laporan %d."
                .formatted(HEADLINE, number, report);
        ObjectNode body = Json.object()
                .put("category", "fraud")
                .put("statementOfReasons", reasons)
                .put("goodFaith", true)
                .put("reference", REFERENCE);
        body.putArray("items").addObject().put("url", url(report % contents));
        Answer answer = api.send(
                api.suite().identity(reporter(report)),
                Call.post(Service.INTAKE, "/v1/reports", body).once("faults-" + number + "-" + report));
        return accepted.add(answer.orThrow().path("id").asText());
    }

    /** Another one for each report of the same content. */
    private String reporter(int report) {
        return REPORTERS.get((report / contents + report) % REPORTERS.size());
    }

    private String url(int content) {
        return "https://www.tiktok.com/@undian/video/73%04d%013d".formatted(number, content);
    }

    /** Reports that were answered with 201. */
    Set<String> accepted() {
        return accepted;
    }

    /** Orders that approvals have issued. */
    Set<String> orders() {
        return orders;
    }

    /** How many reports of this round the broker has acknowledged. */
    int submitted() {
        return topics.submitted().size() - submittedBefore;
    }

    /** How many of them the broker knows to be linked. */
    int linked() {
        return topics.linked().size() - linkedBefore;
    }

    /** How many orders of this round the broker has acknowledged. */
    int issued() {
        return topics.issued().size() - issuedBefore;
    }

    /** Begun by the reporter, who was not yet told that it is linked. */
    int reportsInFlight() {
        long told = accepted.stream().filter(sink.reportsTold()::contains).count();
        return reportsBegun - (int) told;
    }

    /** Begun by the approver, and not yet confirmed by the platform. */
    int ordersInFlight() {
        long confirmed =
                orders.stream().filter(sink.ordersConfirmed()::contains).count();
        return approvalsBegun - (int) confirmed;
    }

    /** Waits until every caller has an answer; a call that was cut off is repeated by its client. */
    void awaitAnswers() throws InterruptedException, ExecutionException {
        for (Future<?> call : calls) {
            call.get();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
