// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.stream;

import id.siaga.web.InvalidRequest;
import java.util.Comparator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the stream, which is the same in every replica.
 *
 * @param xid the transaction, in the order in which they began and not in which they committed
 * @param seq within it
 */
record Position(long xid, long seq) implements Comparable<Position> {

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
    private static final Comparator<Position> ORDER =
            Comparator.comparingLong(Position::xid).thenComparingLong(Position::seq);

    static Position parse(String id) {
        Matcher parts = WRITTEN.matcher(id);
        if (!parts.matches()) {
            throw new InvalidRequest("header:Last-Event-ID", "is no id of this stream");
        }
        return new Position(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2)));
    }

    @Override
    public int compareTo(Position other) {
        return ORDER.compare(this, other);
    }

    boolean isBefore(Position other) {
        return compareTo(other) < 0;
    }

    /** How an event's id is written. */
    String id() {
        return xid + "-" + seq;
    }
}
