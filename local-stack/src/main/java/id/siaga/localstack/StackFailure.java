// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack;

/** Why the stack cannot start or go on, said in one line for the person at the terminal. */
public final class StackFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StackFailure(String message) {
        super(message);
    }

    public StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
