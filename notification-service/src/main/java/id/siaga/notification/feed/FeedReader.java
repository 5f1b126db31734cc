// SPDX-License-Identifier: Apache-2.0
package id.siaga.notification.feed;

import id.siaga.web.Caller;
import java.util.List;

/**
 * Who reads, by the rights that it has now.
 *
 * @param partner whether it may know what every partner may
 */
record FeedReader(String party, boolean partner) {

    /** The channel of what every partner may know; no party can have this name. */
    static final String PARTNERS = "*";

    static FeedReader of(Caller caller) {
        return new FeedReader(caller.party(), caller.has("partner"));
    }

    List<String> channels() {
        return partner ? List.of(party, PARTNERS) : List.of(party);
    }
}
