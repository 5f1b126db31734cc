// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.order.statement;

import id.siaga.triage.category.Category;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a harm is called there.
 *
 * @param code the category's
 * @param keywords the more special ones; none where none fits
 */
public record DsaCategory(String code, List<String> keywords) {

    private static final DsaCategory UNSPECIFIED = of("NOT_SPECIFIED_NOTICE");

    static DsaCategory of(Category category) {
        return switch (category) {
            case TERRORISM, TERRORISM_LIVESTREAM -> of("RISK_FOR_PUBLIC_SECURITY", "TERRORIST_CONTENT");
            case THREAT_TO_LIFE -> of("VIOLENCE", "COORDINATED_HARM");
            case CHILD_SEXUAL_ABUSE -> of("PROTECTION_OF_MINORS", "CHILD_SEXUAL_ABUSE_MATERIAL");
            case INCITEMENT_TO_VIOLENCE -> of("VIOLENCE", "INCITEMENT_VIOLENCE_HATRED");
            case ELECTION_HOAX, ELECTION_SYNTHETIC_MEDIA, HOAX ->
                of("NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS", "MISINFORMATION_DISINFORMATION");
            case ELECTION_IMPERSONATION ->
                of("NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS", "IMPERSONATION_ACCOUNT_HIJACKING");
            case ELECTION_DATA_LEAK, DATA_LEAK -> of("DATA_PROTECTION_AND_PRIVACY_VIOLATIONS");
            case HATE_SPEECH -> of("ILLEGAL_OR_HARMFUL_SPEECH", "HATE_SPEECH");
            case CYBERBULLYING -> of("CYBER_VIOLENCE", "CYBER_BULLYING_INTIMIDATION");
            case DEFAMATION -> of("ILLEGAL_OR_HARMFUL_SPEECH", "DEFAMATION");
            case PORNOGRAPHY -> of("OTHER_VIOLATION_TC", "ADULT_SEXUAL_MATERIAL");
            case VIOLENCE -> of("VIOLENCE");
            case EXTORTION, FRAUD -> of("SCAMS_AND_FRAUD");
            case GAMBLING, REGULATED_GOODS -> of("UNSAFE_AND_PROHIBITED_PRODUCTS", "PROHIBITED_PRODUCTS");
            case INTELLECTUAL_PROPERTY -> of("INTELLECTUAL_PROPERTY_INFRINGEMENTS");
            case OTHER -> UNSPECIFIED;
        };
    }

    /** That of a category's code; one that we do not know is not specified. */
    public static DsaCategory ofCode(String category) {
        return Category.of(category).map(DsaCategory::of).orElse(UNSPECIFIED);
    }

    private static DsaCategory of(String code, String... keywords) {
        return new DsaCategory(
                "STATEMENT_CATEGORY_" + code,
                Stream.of(keywords).map(keyword -> "KEYWORD_" + keyword).toList());
    }
}
