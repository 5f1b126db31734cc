// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite.nativeimage;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Native builds take minutes and a builder; most of what breaks them is seen in the classes. */
class NativeTest {

    /** Methods that write JSON of no type of their own, and what that is instead. */
    private static final Map<String, String> OPEN_DOORS = Map.of(
            "id.siaga.triage.record.CaseRecord.written", "a map of ids, codes and states, each of which is registered",
            "id.siaga.notification.delivery.DeliveryEvents.event", "a tree",
            "id.siaga.web.Idempotency.answered", "what the endpoint names as the schema of its answer",
            "id.siaga.web.Revalidation.bytes", "what the endpoint names as the schema of its answer");

    /** Endpoints that answer a file as it came, and no JSON. */
    private static final Set<String> FILES = Set.of("id.siaga.intake.evidence.EvidenceResource.one");

    private static final Set<String> CHANCE = Set.of(
            "java.util.Random",
            "java.security.SecureRandom",
            "java.util.SplittableRandom",
            "java.util.random.RandomGenerator");

    private static JavaClasses suite;
    private static Reflection reflection;

    @BeforeAll
    static void read() {
        suite = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/localstack/"))
                .importPackages("id.siaga");
        reflection = new Reflection(suite);
    }

    @Test
    void whatIsReadFromJsonOrYamlIsRegistered() {
        Set<JavaClass> read = codeUnits(NativeTest::reads)
                .flatMap(method -> Reflection.named(method).stream())
                .collect(Collectors.toSet());

        assertTrue(names(read).contains("id.siaga.triage.casework.ReportSubmitted"), "sees nothing: " + names(read));
        assertTrue(names(read).contains("id.siaga.intake.category.Category"), "sees no lists: " + names(read));
        assertEquals(Set.of(), reflection.missing(read), "needs @RegisterForReflection");
    }

    @Test
    void whatIsWrittenAsJsonIsRegistered() {
        Set<JavaClass> written =
                new HashSet<>(suite.get("id.siaga.triage.event.News$Data").getAllSubclasses());
        assertTrue(written.size() > 3, "sees no kinds of news: " + names(written));
        Set<String> untyped = new TreeSet<>();
        codeUnits(NativeTest::writes)
                .filter(method -> !OPEN_DOORS.containsKey(nameOf(method)))
                .forEach(method -> {
                    written.addAll(Reflection.parameters(method));
                    if (Reflection.parameters(method).isEmpty()) {
                        untyped.add(nameOf(method));
                    }
                });

        assertEquals(Set.of(), untyped, "what do they write? Let them take it as a parameter, or name it above");
        assertEquals(Set.of(), reflection.missing(written), "needs @RegisterForReflection");
    }

    @Test
    void everyAnswerThatASignatureHidesIsNamedAsASchema() {
        Set<String> silent = suite.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(Reflection::isEndpoint)
                .filter(method -> method.getRawReturnType().getName().equals("jakarta.ws.rs.core.Response"))
                .filter(method -> Reflection.schemas(method).isEmpty())
                .filter(method -> !FILES.contains(nameOf(method)))
                .map(JavaMethod::getFullName)
                .collect(Collectors.toSet());

        assertEquals(Set.of(), silent, "needs @APIResponse with a schema, by which Quarkus registers the body's class");
    }

    @Test
    void nothingThatABuildWouldFixIsInitialisedStatically() {
        Set<String> fixed = suite.stream()
                .flatMap(c -> c.getStaticInitializer().stream())
                .flatMap(initialiser -> initialiser.getAccessesFromSelf().stream())
                .filter(NativeTest::dependsOnTheMachine)
                .map(JavaAccess::getDescription)
                .collect(Collectors.toSet());

        assertEquals(Set.of(), fixed, "static initialisers run when the executable is built, once for every start");
    }

    private static boolean dependsOnTheMachine(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        String call = owner.getSimpleName() + "." + access.getName();
        return CHANCE.stream().anyMatch(owner::isAssignableTo)
                || owner.getPackageName().equals("java.lang.management")
                || Set.of("System.getenv", "System.getProperty", "ProcessHandle.current", "InetAddress.getLocalHost")
                        .contains(call)
                || Set.of("UUID.randomUUID", "Uuid7.next", "Uuid7.at", "Locale.getDefault", "ZoneId.systemDefault")
                        .contains(call);
    }

    @Test
    void nothingIsFoundByReflectionOfOurOwn() {
        noClasses()
                .should()
                .accessTargetWhere(describe("looks a class or member up by name", access -> {
                    String call = access.getTargetOwner().getName() + "." + access.getName();
                    return call.matches(
                                    "java\\.lang\\.Class\\.(forName|getMethod|getDeclared\\w+|getField|getConstructor)")
                            || call.matches("java\\.lang\\.ClassLoader\\.loadClass|java\\.util\\.ServiceLoader\\.load")
                            || call.startsWith("java.lang.reflect.Proxy.");
                }))
                .because("a native build does not see what is only named when it runs")
                .check(suite);
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.lang.foreign..")
                .because("not every native-image builder has it")
                .check(suite);
    }

    private static Stream<JavaCodeUnit> codeUnits(Predicate<JavaAccess<?>> access) {
        return suite.stream()
                .flatMap(c -> c.getCodeUnits().stream())
                .filter(method -> method.getCallsFromSelf().stream().anyMatch(access));
    }

    private static boolean reads(JavaAccess<?> call) {
        return isJackson(call) && call.getName().matches("readValues?|readerFor\\w*|convertValue|treeToValue|forType");
    }

    private static boolean writes(JavaAccess<?> call) {
        return isJackson(call) && call.getName().matches("writeValue\\w*|writerFor|valueToTree");
    }

    private static boolean isJackson(JavaAccess<?> call) {
        return call.getTargetOwner()
                .getName()
                .matches("com\\.fasterxml\\.jackson\\..*(Mapper|ObjectReader|ObjectWriter)");
    }

    private static String nameOf(JavaCodeUnit method) {
        return method.getOwner().getName() + "." + method.getName();
    }

    private static Set<String> names(Set<JavaClass> classes) {
        return classes.stream().map(JavaClass::getName).collect(Collectors.toCollection(TreeSet::new));
    }
}
