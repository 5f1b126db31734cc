// SPDX-License-Identifier: Apache-2.0
package id.siaga.suite;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The folder tree is the architecture; these rules hold the code to it. */
class ArchitectureTest {

    private static final List<String> SERVICES = List.of("intake", "triage", "notification");
    private static final Set<String> CLOCKS = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.LocalTime");

    private static JavaClasses suite;

    @BeforeAll
    static void read() {
        suite = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("id.siaga");
    }

    @Test
    void everyServiceIsLookedAt() {
        for (String service : SERVICES) {
            assertTrue(
                    suite.stream().anyMatch(c -> c.getPackageName().startsWith("id.siaga." + service)),
                    "no classes of " + service + " on the class path");
        }
        assertTrue(suite.containPackage("id.siaga.messaging"));
        assertTrue(suite.containPackage("id.siaga.sql"));
        assertTrue(suite.containPackage("id.siaga.keyring"));
        assertTrue(suite.containPackage("id.siaga.migration"));
        assertTrue(suite.containPackage("id.siaga.web"));
        assertTrue(suite.containPackage("id.siaga.reconciliation"));
    }

    @Test
    void servicesNeverImportEachOther() {
        for (String service : SERVICES) {
            String[] others = SERVICES.stream()
                    .filter(other -> !other.equals(service))
                    .map(other -> "id.siaga." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("id.siaga." + service + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("Kafka and contracts are the only way between services")
                    .check(suite);
        }
    }

    @Test
    void mechanismsKnowNoService() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "id.siaga.messaging..",
                        "id.siaga.sql..",
                        "id.siaga.keyring..",
                        "id.siaga.migration..",
                        "id.siaga.web..",
                        "id.siaga.reconciliation..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("id.siaga.intake..", "id.siaga.triage..", "id.siaga.notification..")
                .because("a shared module holds mechanism, never vocabulary")
                .check(suite);
    }

    @Test
    void servicesNeverSeeTheLocalStack() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.siaga.localstack..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("id.siaga.localstack..")
                .because("what runs in production must not know how a laptop runs it")
                .check(suite);
    }

    @Test
    void featuresAreAcyclic() {
        for (String service : SERVICES) {
            slices().matching("id.siaga." + service + ".(*)..")
                    .should()
                    .beFreeOfCycles()
                    .because("a feature that needs another one back is one feature")
                    .check(suite);
        }
    }

    @Test
    void repositoriesArePackagePrivate() {
        classes()
                .that(describe(
                        "are Panache repositories",
                        c -> c.isAssignableTo("io.quarkus.hibernate.orm.panache.PanacheRepositoryBase")))
                .should()
                .bePackagePrivate()
                .because("a feature may call another feature's use case, never its repository")
                .allowEmptyShould(true)
                .check(suite);
    }

    @Test
    void everyEndpointStatesItsRoles() {
        methods()
                .that(describe("answer HTTP", ArchitectureTest::isEndpoint))
                .should(be(annotatedWith("jakarta.annotation.security.RolesAllowed")
                        .or(annotatedWith("jakarta.annotation.security.PermitAll"))
                        .or(annotatedWith("io.quarkus.security.Authenticated"))
                        .forSubtype()))
                .because("access is denied by default and granted where it is read")
                .check(suite);
    }

    private static boolean isEndpoint(JavaMethod method) {
        return method.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().isAnnotatedWith("jakarta.ws.rs.HttpMethod")
                        || Set.of("GET", "POST", "PUT", "PATCH", "DELETE")
                                .contains(annotation.getRawType().getSimpleName()));
    }

    @Test
    void entitiesNeverStandInRestSignatures() {
        Set<String> offenders = suite.stream()
                .flatMap(c -> c.getMethods().stream())
                .filter(ArchitectureTest::isEndpoint)
                .filter(method -> method.getAllInvolvedRawTypes().stream()
                        .anyMatch(type -> type.isAnnotatedWith("jakarta.persistence.Entity")))
                .map(JavaMethod::getFullName)
                .collect(Collectors.toSet());
        assertTrue(offenders.isEmpty(), "a table is not a contract: " + offenders);
    }

    @Test
    void producersLiveInTheOutboxOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackages("id.siaga.messaging..", "id.siaga.localstack..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.apache.kafka.clients.producer..")
                        .or(DescribedPredicate.describe(
                                "are emitters", c -> c.getSimpleName().endsWith("Emitter"))))
                .because("an event that does not go through the outbox is lost or invented by the next crash")
                .check(suite);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .that()
                .resideOutsideOfPackage("id.siaga.localstack..")
                .should()
                .callMethodWhere(describe("reads the machine's time", ArchitectureTest::readsTheTime))
                .because("a rule about time that cannot be given a time cannot be tested")
                .check(suite);
    }

    private static boolean readsTheTime(JavaMethodCall call) {
        MethodCallTarget target = call.getTarget();
        String owner = target.getOwner().getName();
        boolean now = target.getName().equals("now")
                && CLOCKS.contains(owner)
                && target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(java.time.Clock.class));
        boolean millis = owner.equals("java.lang.System") && target.getName().equals("currentTimeMillis");
        return now || millis;
    }

    @Test
    void nothingIsInjectedIntoFields() {
        fields().should()
                .notBeAnnotatedWith("jakarta.inject.Inject")
                .andShould()
                .notBeAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .because("a constructor says what a class needs")
                .check(suite);
    }

    @Test
    void namesSayWhatThingsAre() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.(Abstract|Base)[A-Z][^.]*|.*(Impl|Manager|Helper|Helpers|Util|Utils|DTO|Dto)")
                .because("a name from the domain's vocabulary exists, or the class should not")
                .check(suite);
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..common..",
                        "..core..",
                        "..util..",
                        "..utils..",
                        "..base..",
                        "..impl..",
                        "..dto..",
                        "..service..",
                        "..model..")
                .because("packages are features or named mechanisms")
                .check(suite);
    }

    @Test
    void packagesAreNullMarked() {
        Set<String> unmarked = suite.stream()
                .filter(c -> !c.getSimpleName().isEmpty())
                .map(JavaClass::getPackage)
                .filter(p -> !p.isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                .map(p -> p.getName())
                .collect(Collectors.toSet());
        assertTrue(unmarked.isEmpty(), "null is an error unless a type says otherwise: " + unmarked);
    }
}
