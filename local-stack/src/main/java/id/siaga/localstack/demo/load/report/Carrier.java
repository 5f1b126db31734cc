// SPDX-License-Identifier: Apache-2.0
package id.siaga.localstack.demo.load.report;

import java.util.List;

/**
 * Where content is found, and in which spellings people copy its address.
 *
 * @param id the shape of the platform's ids: {@code base64} (11 characters), {@code word} (letters and digits), or a
 *     leading digit and the number of digits after it, such as {@code 7:18}
 */
record Carrier(String code, double weight, String id, List<String> spellings) {
    private static final String BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    private static final List<String> WORDS =
            List.of("kabar", "info", "warga", "suara", "cerita", "pantau", "viral", "nusantara", "lapor", "bincang");

    /** The id of a content, as this platform would give it. */
    String idOf(long bits) {
        return switch (id) {
            case "base64" -> base64(bits);
            case "word" -> word(bits);
            default -> {
                int colon = id.indexOf(':');
                yield id.substring(0, colon) + digits(bits, Integer.parseInt(id.substring(colon + 1)));
            }
        };
    }

    /** One of the spellings, with a token of the one who shared it where the platform adds one. */
    String spell(Content content, Draw draw) {
        return draw.one(spellings)
                .replace("{id}", content.id())
                .replace("{user}", content.user())
                .replace("{page}", content.page())
                .replace("{token}", base64(draw.bits()));
    }

    static String word(long bits) {
        return WORDS.get((int) Long.remainderUnsigned(bits, WORDS.size())) + Long.toUnsignedString(bits, 36);
    }

    static String digits(long bits, int count) {
        String digits = Long.toUnsignedString(bits);
        return "0".repeat(Math.max(0, count - digits.length()))
                + digits.substring(Math.max(0, digits.length() - count));
    }

    private static String base64(long bits) {
        StringBuilder text = new StringBuilder();
        long rest = bits;
        for (int i = 0; i < 11; i++) {
            text.append(BASE64.charAt((int) (rest & 63)));
            rest >>>= 6;
        }
        return text.toString();
    }
}
