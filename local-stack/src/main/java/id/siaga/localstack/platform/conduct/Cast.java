// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.platform.conduct;

/** Whether the sample parties play their characters, or are all prompt: a load is measured against the suite, not against a platform's moods. */
public enum Cast {
    IN_CHARACTER,
    ALL_PROMPT;

    public Temper temperOf(Persona persona) {
        return this == IN_CHARACTER ? persona.temper() : Temper.PROMPT;
    }
}
