// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.waiting;

import org.jspecify.annotations.Nullable;

/**
 * What a platform says when it cannot act yet.
 *
 * @param ground of an impossibility, and only of one
 * @param text the question, or the explanation
 */
public record WaitReason(WaitKind kind, @Nullable ImpossibilityGround ground, String text) {

    public static WaitReason clarification(String question) {
        return new WaitReason(WaitKind.CLARIFICATION, null, question);
    }

    public static WaitReason impossibility(ImpossibilityGround ground, String explanation) {
        return new WaitReason(WaitKind.IMPOSSIBILITY, ground, explanation);
    }

    /** As the history and the record tell it. */
    public String why() {
        return ground == null ? text : ground + ": " + text;
    }
}
