// SPDX-License-Identifier: Apache-2.0
package id.siaga.operations.party;

import java.io.PrintWriter;

/** What a command does, one step after the other, told as it goes; each can be taken again. */
final class Steps {

    /** One step. */
    interface Action {
        void take();
    }

    private final PrintWriter out;
    private final boolean dry;

    /** @param dry whether to tell what would be done, and do nothing */
    Steps(PrintWriter out, boolean dry) {
        this.out = out;
        this.dry = dry;
    }

    boolean dry() {
        return dry;
    }

    void take(String what, Action action) {
        take(what, false, action);
    }

    /** @param already whether it is so */
    void take(String what, boolean already, Action action) {
        if (already) {
            tell("is so", what);
        } else if (dry) {
            tell("would", what);
        } else {
            action.take();
            tell("done", what);
        }
    }

    private void tell(String how, String what) {
        out.printf("%-6s %s%n", how, what);
    }
}
