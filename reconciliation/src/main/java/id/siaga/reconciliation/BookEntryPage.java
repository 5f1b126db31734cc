// SPDX-License-Identifier: Apache-2.0
package id.siaga.reconciliation;

import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Entries of a book, in the order of their ids. */
public record BookEntryPage(
        @Size(max = 500) List<BookEntry> entries, @Nullable String next) {}
