// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/** What makes a creating request the same one: who sends it, where to, and the key that the sender chose. */
record AnswerKey(String party, String route, String key) {}
