// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/** Seals stored answers; a service whose answers hold secrets brings its own. */
public interface AnswerCipher {

    byte[] seal(byte[] answer);

    byte[] open(byte[] sealed);
}
