// SPDX-License-Identifier: Apache-2.0
package id.siaga.intake.evidence;

import id.siaga.web.Problem;
import id.siaga.web.Refusal;
import id.siaga.web.Text;
import java.util.List;

/** What intake refuses of evidence. */
abstract sealed class EvidenceRefusal extends Refusal {

    private static final long serialVersionUID = 1L;

    private EvidenceRefusal(Problem problem) {
        super(problem);
    }

    /** Evidence or a grant that does not exist, or that the caller may not know of. */
    static final class Unknown extends EvidenceRefusal {

        private static final long serialVersionUID = 1L;

        Unknown() {
            super(Problem.notFound());
        }
    }

    /** Media about a category of which nothing may be stored or forwarded. */
    static final class MediaRefused extends EvidenceRefusal {

        private static final long serialVersionUID = 1L;

        MediaRefused() {
            super(Problem.of(
                    422,
                    "media-refused",
                    "No media is taken for this category",
                    "Nothing of this file was read or kept, and you should not send it anywhere else through us."
                            + " Report where the content is, or its hash: that is all the desk needs."));
        }
    }

    /** The bytes are not those that the path names. */
    static final class DigestDiffers extends EvidenceRefusal {

        private static final long serialVersionUID = 1L;

        DigestDiffers() {
            super(Problem.of(
                            422,
                            "digest-mismatch",
                            "The body is not the file that the path names",
                            "The SHA-256 of the bytes that came differs from the path's. Nothing was kept.")
                    .at(List.of(new Problem.Place("path:sha256", "is not the SHA-256 of the body"))));
        }
    }

    /** A kind of file that is not taken, or not the kind that its sender says. */
    static final class WrongType extends EvidenceRefusal {

        private static final long serialVersionUID = 1L;

        private WrongType(String title, Text detail) {
            super(Problem.of(415, "unsupported-media-type", title, detail));
        }

        static WrongType notTaken(String what, List<String> taken) {
            return new WrongType(
                    "This kind of file is not taken",
                    Text.of("{0} is not taken. What is taken: {1}.", what, String.join(", ", taken)));
        }

        static WrongType unknown(String declared, List<String> taken) {
            return new WrongType(
                    "The file is not what its Content-Type says",
                    Text.of(
                            "Content-Type says {0}, and its bytes are of no kind that is taken. Nothing was kept. What is"
                                    + " taken: {1}.",
                            declared, String.join(", ", taken)));
        }

        static WrongType differs(String declared, String real) {
            return new WrongType(
                    "The file is not what its Content-Type says",
                    Text.of("Content-Type says {0}, and its bytes are {1}. Nothing was kept.", declared, real));
        }
    }

    /** A report that has as many files as it may have. */
    static final class Full extends EvidenceRefusal {

        private static final long serialVersionUID = 1L;

        Full(int most) {
            super(Problem.of(
                    409,
                    "evidence-full",
                    "The report has all the evidence that it may have",
                    Text.of("A report has {0} files at most.", most)));
        }
    }

    /** A grant of the same file for the same order that says something else. */
    static final class GrantDiffers extends EvidenceRefusal {

        private static final long serialVersionUID = 1L;

        GrantDiffers() {
            super(Problem.of(
                    409,
                    "grant-differs",
                    "The file is shown for this order already, and differently",
                    "Revoke the grant before you make another one."));
        }
    }
}
