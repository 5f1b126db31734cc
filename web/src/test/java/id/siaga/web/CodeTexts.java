// SPDX-License-Identifier: Apache-2.0
package id.siaga.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.Attribute;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.RecordAttribute;
import java.lang.classfile.attribute.RuntimeVisibleAnnotationsAttribute;
import java.lang.classfile.attribute.RuntimeVisibleTypeAnnotationsAttribute;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts for people that stand in a module's compiled code: literals that go into a problem, and messages of
 * constraints. It sees literals only; a text that is put together without {@link Text#of} is met by the tests that meet its
 * problem, since in tests an answer without Indonesian is a fault.
 */
public final class CodeTexts {

    private static final String TEXT = "id/siaga/web/Text";
    private static final Predicate<String> WORDS = Pattern.compile("[A-Za-z]+").asMatchPredicate();
    private static final Predicate<String> SENTENCE =
            Pattern.compile("\\p{L}.* |.* \\p{L}").asPredicate();
    private static final String CONSTRAINTS = "Ljakarta/validation/constraints/";

    private final Set<String> takers;
    private final Set<String> found = new TreeSet<>();

    private CodeTexts(Set<String> takers) {
        this.takers = takers;
    }

    /**
     * The texts in the classes of a folder.
     *
     * @param more classes of the module that take texts on their way into a problem, as {@code a/b/C$D}
     */
    public static Set<String> in(Path classes, String... more) {
        Set<String> takers = new TreeSet<>(Set.of(
                TEXT,
                "id/siaga/web/Problem",
                "id/siaga/web/Problem$Place",
                "id/siaga/web/InvalidRequest",
                "id/siaga/web/TextNotAllowedException",
                "io/quarkus/security/ForbiddenException"));
        takers.addAll(List.of(more));
        CodeTexts texts = new CodeTexts(takers);
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file :
                    files.filter(one -> one.toString().endsWith(".class")).toList()) {
                texts.read(ClassFile.of().parse(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts.found;
    }

    private void read(ClassModel type) {
        type.attributes().forEach(this::record);
        type.fields().forEach(this::annotations);
        for (MethodModel method : type.methods()) {
            annotations(method);
            method.code().ifPresent(code -> {
                List<String> literals = new ArrayList<>();
                code.forEach(element -> {
                    switch (element) {
                        case ConstantInstruction.LoadConstantInstruction load
                        when load.constantValue() instanceof String literal -> literals.add(literal);
                        case InvokeInstruction call
                        when takers.contains(call.owner().asInternalName()) -> {
                            literals.stream().filter(isText(call)).forEach(found::add);
                            literals.clear();
                        }
                        case InvokeInstruction call when endsHere(call) -> literals.clear();
                        case ReturnInstruction end -> literals.clear();
                        default -> {}
                    }
                });
            });
        }
    }

    /** Names of members, places and kinds of problems are no texts: they have no spaces. A word for a text may have none. */
    private static Predicate<String> isText(InvokeInstruction call) {
        return call.owner().asInternalName().equals(TEXT) ? WORDS.or(SENTENCE) : SENTENCE;
    }

    /** What was compared or logged goes into no problem. */
    private static boolean endsHere(InvokeInstruction call) {
        return call.name().equalsString("equals")
                || call.owner().asInternalName().contains("Logger");
    }

    private void record(Attribute<?> attribute) {
        if (attribute instanceof RecordAttribute components) {
            components.components().forEach(this::annotations);
        }
    }

    private void annotations(AttributedElement element) {
        element.attributes().forEach(attribute -> {
            switch (attribute) {
                case RuntimeVisibleAnnotationsAttribute all -> all.annotations().forEach(this::message);
                case RuntimeVisibleTypeAnnotationsAttribute all ->
                    all.annotations().forEach(one -> message(one.annotation()));
                default -> {}
            }
        });
    }

    private void message(Annotation annotation) {
        String type = annotation.className().stringValue();
        String message = annotation.elements().stream()
                .filter(element -> element.name().equalsString("message"))
                .map(AnnotationElement::value)
                .map(value -> ((AnnotationValue.OfString) value).stringValue())
                .findFirst()
                .orElse(null);
        if (message != null) {
            found.add(message);
        } else if (type.startsWith(CONSTRAINTS)) {
            found.add("{" + type.substring(1, type.length() - 1).replace('/', '.') + ".message}");
        }
    }
}
