// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

/** Problems that HTTP itself raises before any of our code has a say. */
final class HttpProblems {

    private HttpProblems() {}

    static Problem of(int status) {
        return switch (status) {
            case 400 -> Problem.of(400, "invalid-request", "The request is not valid");
            case 404 -> Problem.notFound();
            case 405 -> Problem.of(405, "method-not-allowed", "This resource does not know the method");
            case 406 -> Problem.of(406, "not-acceptable", "Nothing that Accept asks for is spoken here");
            case 413 -> Problem.of(413, "too-large", "The body is too large");
            case 415 -> Problem.of(415, "unsupported-media-type", "This media type is not read here");
            default ->
                status >= 500
                        ? Problem.of(status, "internal", "Something failed on our side")
                        : Problem.of(status, "http", "The request was refused");
        };
    }
}
