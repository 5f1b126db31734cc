// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.util.List;

/** A request whose content is wrong at named places: 400. */
public final class InvalidRequest extends Refusal {

    private static final long serialVersionUID = 1L;

    public InvalidRequest(String pointer, String detail) {
        this(List.of(new Problem.Place(pointer, detail)));
    }

    public InvalidRequest(String pointer, Text detail) {
        this(List.of(new Problem.Place(pointer, detail)));
    }

    public InvalidRequest(List<Problem.Place> errors) {
        super(Problem.invalid(errors));
    }
}
