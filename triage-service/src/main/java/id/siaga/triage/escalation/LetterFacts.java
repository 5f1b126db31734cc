// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

import java.util.List;

/** What stands in a letter, as text; what is empty is left out. */
public record LetterFacts(
        String title,
        String platform,
        String order,
        int number,
        String category,
        List<String> locators,
        String reasons,
        String legalBasis,
        String issuedAt,
        String receivedAt,
        String legalDue,
        String answeredAt,
        List<Owed> imposed,
        String reasonsOfPlatform,
        String deadline) {

    /** What is owed. */
    public record Owed(String amount, String legalBasis, String dueAt) {}
}
