// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.submission;

/** A report that was found sound, and who sends it. */
record Sending(Sender sender, ReportDraft draft) {}
