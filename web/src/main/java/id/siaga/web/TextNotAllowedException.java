// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonMappingException;

/** A string that PostgreSQL or UTF-8 cannot hold. */
final class TextNotAllowedException extends JsonMappingException {

    private static final long serialVersionUID = 1L;

    TextNotAllowedException(JsonParser parser, String message) {
        super(parser, message);
    }
}
