// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.nativeimage;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which of our classes a native executable can reflect on, and so Jackson with it. */
final class Reflection {

    private static final String REGISTERED = "io.quarkus.runtime.annotations.RegisterForReflection";
    private static final String ANSWER = "org.eclipse.microprofile.openapi.annotations.responses.APIResponse";

    private final JavaClasses suite;
    private final Set<JavaClass> registered;

    Reflection(JavaClasses suite) {
        this.suite = suite;
        this.registered = Stream.concat(annotated(), closure(spokenByEndpoints()).stream())
                .collect(Collectors.toSet());
    }

    /** Those that JSON needs together with everything they are made of, and that nobody has registered. */
    Set<String> missing(Collection<JavaClass> roots) {
        return closure(roots).stream()
                .filter(Reflection::isReflectedOn)
                .filter(c -> !registered.contains(c))
                .map(JavaClass::getName)
                .collect(Collectors.toSet());
    }

    /** Names and numbers of constants are known without reflection, as long as no annotation renames them. */
    private static boolean isReflectedOn(JavaClass c) {
        return !c.isInterface() && (!c.isEnum() || c.getAllMembers().stream().anyMatch(Reflection::isForJackson));
    }

    private static boolean isForJackson(com.tngtech.archunit.core.domain.JavaMember member) {
        return member.getAnnotations().stream()
                .anyMatch(annotation ->
                        annotation.getRawType().getPackageName().equals("com.fasterxml.jackson.annotation"));
    }

    private Stream<JavaClass> annotated() {
        return suite.stream().filter(c -> c.isAnnotatedWith(REGISTERED) || isNestedInRegistered(c));
    }

    private static boolean isNestedInRegistered(JavaClass c) {
        return c.getEnclosingClass()
                .map(outer -> isNestedInRegistered(outer)
                        || outer.tryGetAnnotationOfType(REGISTERED)
                                .flatMap(annotation -> annotation.get("ignoreNested"))
                                .map(Boolean.FALSE::equals)
                                .orElse(false))
                .orElse(false);
    }

    /** Quarkus registers what stands in the signatures of endpoints, or is named as the schema of an answer. */
    private Set<JavaClass> spokenByEndpoints() {
        Set<JavaClass> spoken = new HashSet<>();
        suite.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(Reflection::isEndpoint)
                .forEach(method -> {
                    spoken.addAll(method.getAllInvolvedRawTypes());
                    spoken.addAll(schemas(method));
                });
        return spoken;
    }

    static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType().getName())
                .anyMatch(name -> name.matches("jakarta\\.ws\\.rs\\.(GET|POST|PUT|PATCH|DELETE)"));
    }

    /** The classes that the documentation of an endpoint names as what it answers. */
    static Set<JavaClass> schemas(JavaMethod method) {
        // Several answers of one endpoint stand in a container.
        return Stream.of(ANSWER, ANSWER + "s")
                .flatMap(annotation -> method.tryGetAnnotationOfType(annotation).stream())
                .flatMap(Reflection::valuesIn)
                .flatMap(value -> value instanceof JavaClass named ? Stream.of(named) : Stream.empty())
                .collect(Collectors.toSet());
    }

    private static Stream<Object> valuesIn(JavaAnnotation<?> annotation) {
        return annotation.getProperties().values().stream().flatMap(Reflection::flat);
    }

    private static Stream<Object> flat(Object value) {
        return switch (value) {
            case JavaAnnotation<?> nested -> valuesIn(nested);
            case Object[] many -> Stream.of(many).flatMap(Reflection::flat);
            default -> Stream.of(value);
        };
    }

    /** With the types of fields, and with whatever implements an interface. */
    private static Set<JavaClass> closure(Collection<JavaClass> roots) {
        Set<JavaClass> found = new HashSet<>();
        Deque<JavaClass> open = new ArrayDeque<>(roots);
        while (!open.isEmpty()) {
            JavaClass next = open.pop();
            if (isOurs(next) && found.add(next)) {
                next.getAllFields().stream()
                        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
                        .map(field -> field.getType().getAllInvolvedRawTypes())
                        .forEach(open::addAll);
                open.addAll(next.getAllSubclasses());
            }
        }
        return found;
    }

    static boolean isOurs(JavaClass c) {
        return c.getPackageName().startsWith("id.siaga.");
    }

    /** Our types among those that a method takes. */
    static Set<JavaClass> parameters(JavaCodeUnit method) {
        return method.getParameterTypes().stream()
                .map(JavaType::getAllInvolvedRawTypes)
                .flatMap(Set::stream)
                .filter(Reflection::isOurs)
                .collect(Collectors.toSet());
    }

    /** Our types that a method names as {@code X.class}, or as the argument of a {@code TypeReference}. */
    static Set<JavaClass> named(JavaCodeUnit method) {
        // A class that opens a file beside itself names itself, too.
        boolean opensFile = method.getMethodCallsFromSelf().stream()
                .anyMatch(call -> call.getName().startsWith("getResource"));
        Stream<JavaClass> literals = method.getReferencedClassObjects().stream()
                .map(reference -> reference.getRawType())
                .filter(c -> !opensFile || !c.equals(method.getOwner()));
        Predicate<JavaClass> isReference = c -> c.isAssignableTo("com.fasterxml.jackson.core.type.TypeReference");
        Stream<JavaClass> references = method.getConstructorCallsFromSelf().stream()
                .map(call -> call.getTargetOwner())
                .filter(isReference)
                .flatMap(c -> c.getSuperclass().stream())
                .flatMap(type -> type.getAllInvolvedRawTypes().stream());
        return Stream.concat(literals, references).filter(Reflection::isOurs).collect(Collectors.toSet());
    }
}
