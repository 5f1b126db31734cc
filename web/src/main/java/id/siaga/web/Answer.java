// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.net.URI;

/**
 * What a creating request is answered, the first time and every time it is repeated.
 *
 * @param status the HTTP status, 2xx
 * @param location where the created resource is
 * @param body written as JSON
 */
public record Answer(int status, URI location, Object body) {

    public static Answer created(String location, Object body) {
        return new Answer(201, URI.create(location), body);
    }

    /** Nothing was created, since it was there already. */
    public static Answer known(String location, Object body) {
        return new Answer(200, URI.create(location), body);
    }

    /** Many things were asked for, and each has an answer of its own in the body. */
    public static Answer many(String location, Object body) {
        return new Answer(207, URI.create(location), body);
    }
}
