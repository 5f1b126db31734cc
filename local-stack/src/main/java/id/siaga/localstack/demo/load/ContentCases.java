// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the public API shows of the cases, held against what the generator knows of the contents. */
record ContentCases(
        int contents,
        Map<String, Integer> decisions,
        List<String> lost,
        List<String> undecided,
        List<String> scattered) {

    static ContentCases of(LoadFacts facts) {
        Map<String, String> caseOfItem = new HashMap<>();
        Map<String, Integer> decisions = new TreeMap<>();
        List<String> undecided = new ArrayList<>();
        for (JsonNode view : facts.cases()) {
            String id = view.path("id").asText();
            view.path("reports")
                    .forEach(link -> caseOfItem.put(link.path("itemId").asText(), id));
            List<String> approved = view.path("decisions")
                    .valueStream()
                    .filter(decision -> decision.path("status").asText().equals("APPROVED"))
                    .map(decision -> decision.path("kind").asText())
                    .toList();
            approved.forEach(kind -> decisions.merge(kind, 1, Integer::sum));
            if (approved.isEmpty()) {
                undecided.add(
                        "case " + id + " is undecided: " + facts.troubles().getOrDefault(id, "nobody came to it"));
            }
        }
        Map<String, Set<String>> casesOfContent = new TreeMap<>();
        List<String> lost = new ArrayList<>();
        for (Sent report : facts.sent()) {
            for (int item = 0; item < report.items().size(); item++) {
                String found = caseOfItem.get(report.items().get(item));
                if (found == null) {
                    lost.add("item " + (item + 1) + " of report " + report.id() + " is in no case");
                } else {
                    casesOfContent
                            .computeIfAbsent(report.contents().get(item), first -> new HashSet<>())
                            .add(found);
                }
            }
        }
        return new ContentCases(casesOfContent.size(), decisions, lost, undecided, scattered(casesOfContent));
    }

    private static List<String> scattered(Map<String, Set<String>> casesOfContent) {
        List<String> scattered = new ArrayList<>();
        Map<String, Set<String>> contentsOfCase = new TreeMap<>();
        casesOfContent.forEach((content, cases) -> {
            if (cases.size() > 1) {
                scattered.add("content " + content + " is in " + cases.size() + " cases instead of one");
            }
            cases.forEach(id ->
                    contentsOfCase.computeIfAbsent(id, first -> new HashSet<>()).add(content));
        });
        contentsOfCase.forEach((id, contents) -> {
            if (contents.size() > 1) {
                scattered.add("case " + id + " holds contents that differ: " + String.join(", ", contents));
            }
        });
        return scattered;
    }
}
