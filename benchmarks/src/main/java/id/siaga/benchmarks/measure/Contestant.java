// SPDX-License-Identifier: Apache-2.0
package id.siaga.benchmarks.measure;

import java.time.Duration;

/** Something that works as fast as it can for as long as it is told. */
public interface Contestant {

    /** What it is called in tables and files. */
    String name();

    /** Works and returns when the last call that was begun in time has ended. */
    Sample work(Duration time) throws Exception;
}
