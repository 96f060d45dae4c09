package topfive.standalone;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may import whom, and what nobody may write. */
class HouseRulesTest {
    private static JavaClasses classes;

    @BeforeAll
    static void read() {
        classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("topfive");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "processor", "dashboard"})
    void services_know_each_other_only_through_the_contract(String service) {
        var others = Stream.of("ingest", "processor", "dashboard", "standalone")
                .filter(other -> !other.equals(service))
                .map(other -> "topfive." + other + "..")
                .toArray(String[]::new);

        assertThat(classes).anyMatch(type -> type.getPackageName().startsWith("topfive." + service));
        noClasses()
                .that()
                .resideInAPackage("topfive." + service + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(others)
                .check(classes);
    }

    @Test
    void the_contract_knows_no_service() {
        noClasses()
                .that()
                .resideInAPackage("topfive.contract..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "topfive.ingest..", "topfive.processor..", "topfive.dashboard..", "topfive.standalone..")
                .check(classes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "topfive.processor.insight",
                "topfive.processor.encode",
                "topfive.processor.classify",
                "topfive.processor.read",
                "topfive.processor.merge",
                "topfive.processor.choose",
                "topfive.ingest.text",
                "topfive.ingest.article",
                "topfive.ingest.feed",
                "topfive.ingest.schedule",
                "topfive.ingest.transcript",
                "topfive.ingest.mail",
                "topfive.ingest.opml",
                "topfive.ingest.desk"
            })
    void what_reads_finds_compares_and_chooses_knows_no_kafka_no_clock_no_network_and_no_chance(String pure) {
        assertThat(classes).anyMatch(type -> type.getPackageName().equals(pure));
        noClasses()
                .that()
                .resideInAPackage(pure + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.kafka..", "java.net.http..", "io.javalin..", "io.micrometer..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching(
                        "java\\.time\\.(InstantSource|Clock)|java\\.util\\.(Random|UUID|Timer)|java\\.util\\.concurrent\\..*")
                .orShould()
                .callMethodWhere(asksForTheTime())
                .check(classes);
    }

    private static DescribedPredicate<JavaMethodCall> asksForTheTime() {
        return DescribedPredicate.describe("the machine is asked for time or chance", call -> {
            var owner = call.getTargetOwner().getName();
            return owner.startsWith("java.time.") && call.getName().equals("now")
                    || owner.equals("java.lang.System")
                            && List.of("currentTimeMillis", "nanoTime").contains(call.getName())
                    || owner.equals("java.lang.Math") && call.getName().equals("random");
        });
    }

    /** Annotations say how a value is kept, they read and write nothing. */
    @Test
    void what_finds_compares_and_chooses_reads_and_writes_no_json() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "topfive.processor.insight..", "topfive.processor.merge..", "topfive.processor.choose..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.fasterxml.jackson.core..", "com.fasterxml.jackson.databind..")
                .check(classes);
    }

    @Test
    void names_come_from_the_newsroom_not_from_the_pattern_book() {
        noClasses()
                .should()
                .haveNameMatching(".*(Manager|Helper|Utils?|Impl|Dto)")
                .orShould()
                .resideInAnyPackage("..common..", "..util..", "..utils..", "..impl..")
                .check(classes);
    }

    @Test
    void there_is_no_static_state_that_changes() {
        fields().that()
                .areStatic()
                .and()
                .doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
                .and()
                .areDeclaredInClassesThat()
                .haveNameNotMatching(".*Generated")
                .should()
                .beFinal()
                .check(classes);
    }

    @Test
    void every_package_says_what_it_is_for() throws IOException {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(folder ->
                        assertThat(folder.resolve("package-info.java")).exists());
    }

    private static List<Path> packages() throws IOException {
        try (var paths = Files.walk(Path.of(System.getProperty("topfive.root", "..")))) {
            return paths.filter(path -> path.toString().contains("/src/main/java/"))
                    .filter(path -> path.getFileName().toString().endsWith(".java"))
                    .map(Path::getParent)
                    .distinct()
                    .toList();
        }
    }
}
