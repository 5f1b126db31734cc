// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations;

/** Something that the operator is told, and no fault of the program. */
public final class Failure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public Failure(String message) {
        super(message);
    }
}
