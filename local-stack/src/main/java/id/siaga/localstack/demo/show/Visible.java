// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.show;

/** Text of others as it may be shown: nothing in it can move a cursor, turn the reading direction or hide. */
public final class Visible {

    private Visible() {}

    /** The text with every character that a terminal would obey, or a reader would not see, written as its number. */
    public static String of(String text) {
        if (text.codePoints().allMatch(Visible::harmless)) {
            return text;
        }
        StringBuilder visible = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (harmless(character)) {
                visible.appendCodePoint(character);
            } else {
                visible.append(String.format("\\u{%X}", character));
            }
        });
        return visible.toString();
    }

    private static boolean harmless(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
