// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

/** Where the lines of a tale go; a line may carry colours and nothing else that a terminal obeys. */
@FunctionalInterface
public interface Lines {
    void line(String text);
}
