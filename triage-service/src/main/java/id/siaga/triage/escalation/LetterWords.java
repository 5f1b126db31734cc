// SPDX-License-Identifier: Apache-2.0
package id.siaga.triage.escalation;

/** The words between the facts of a letter, in one language. */
public record LetterWords(
        String language,
        String firstWarning,
        String secondWarning,
        String thirdWarning,
        String regulatorReferral,
        String obligationLetter,
        String to,
        String order,
        String number,
        String category,
        String locators,
        String facts,
        String issued,
        String received,
        String legalDue,
        String answered,
        String legalBasis,
        String imposed,
        String due,
        String reasonsOfPlatform,
        String deadline) {

    private static final LetterWords INDONESIAN = new LetterWords(
            Language.ID.code(),
            "Surat teguran pertama",
            "Surat teguran kedua",
            "Surat teguran ketiga",
            "Rujukan kepada regulator",
            "Surat mengenai kewajiban yang belum dipenuhi",
            "Kepada",
            "Perintah",
            "Surat nomor",
            "Kategori",
            "Alamat konten",
            "Fakta",
            "Perintah diterbitkan",
            "Perintah diterima",
            "Batas waktu menurut hukum",
            "Perintah dijawab",
            "Dasar hukum",
            "Kewajiban yang dikenakan",
            "jatuh tempo",
            "Alasan penyelenggara platform",
            "Tenggat");

    private static final LetterWords ENGLISH = new LetterWords(
            Language.EN.code(),
            "First warning letter",
            "Second warning letter",
            "Third warning letter",
            "Referral to the regulator",
            "Letter about an obligation that is still open",
            "To",
            "Order",
            "Letter number",
            "Category",
            "Locators",
            "Facts",
            "Order issued",
            "Order received",
            "Due by law",
            "Order answered",
            "Legal basis",
            "Obligations imposed",
            "due",
            "The platform's reasons",
            "Deadline");

    static LetterWords in(Language language) {
        return switch (language) {
            case ID -> INDONESIAN;
            case EN -> ENGLISH;
        };
    }
}
