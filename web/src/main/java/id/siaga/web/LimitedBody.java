// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts a body while it is read, and tells apart what its sender did from what failed on our side. */
final class LimitedBody extends FilterInputStream {

    private final long most;
    private long read;

    LimitedBody(InputStream body, long most) {
        super(body);
        this.most = most;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == -1 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = next(bytes, offset, length);
        if (count > 0) {
            read += count;
            if (read > most) {
                throw BodyRefusal.tooLarge(most);
            }
        }
        return count;
    }

    // An abort or a body that stalls is the sender's affair, and no fault that an operator must look at.
    private int next(byte[] bytes, int offset, int length) {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException broken) {
            throw BodyRefusal.incomplete();
        }
    }

    @Override
    public long skip(long count) throws IOException {
        return count <= 0 || read() == -1 ? 0 : 1;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
