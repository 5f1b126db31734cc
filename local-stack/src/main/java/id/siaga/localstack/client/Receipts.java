// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.client;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The client's own books: every call's receipt, on disk before the caller goes on. */
public final class Receipts implements AutoCloseable {
    private final DurableLines lines;
    private final List<Consumer<Receipt>> readers = new CopyOnWriteArrayList<>();

    public Receipts(Path file) {
        lines = new DurableLines(file);
    }

    public void record(Receipt receipt) {
        lines.append(receipt.json());
        readers.forEach(reader -> reader.accept(receipt));
    }

    public void onEach(Consumer<Receipt> reader) {
        readers.add(reader);
    }

    @Override
    public void close() {
        lines.close();
    }
}
