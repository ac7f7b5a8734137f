package org.dutyledger.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dependency law holds, and each of its rules can fail. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // test-jars of other modules are not product code
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.dutyledger");
    private static final JavaClasses OFFENDERS = new ClassFileImporter().importPackages("org.dutyledger.offenders");

    static Stream<Rules.Named> productRules() {
        return new Rules("org.dutyledger").all().stream();
    }

    static Stream<Rules.Named> offenderRules() {
        return new Rules("org.dutyledger.offenders").all().stream();
    }

    @ParameterizedTest
    @MethodSource("productRules")
    void product_obeys(Rules.Named rule) {
        for (String named : rule.packages()) {
            assertThat(PRODUCT.stream().anyMatch(c -> inside(c.getPackageName(), "org.dutyledger." + named)))
                    .as("'%s' names %s, which holds no class", rule.name(), named)
                    .isTrue();
        }
        rule.rule().check(PRODUCT);
    }

    @ParameterizedTest
    @MethodSource("offenderRules")
    void offender_isCaught(Rules.Named rule) {
        assertThatThrownBy(() -> rule.rule().check(OFFENDERS))
                .as("'%s' let its offender pass", rule.name())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("was violated");
    }

    @Test
    void packages_areNullMarkedAndNamedForWhatTheyDo() {
        List<String> packages = PRODUCT.stream()
                .map(c -> c.getPackage().getName())
                .filter(p -> p.startsWith("org.dutyledger"))
                .distinct()
                .toList();
        assertThat(packages).isNotEmpty().allSatisfy(name -> {
            assertThat(PRODUCT.getPackage(name).isAnnotatedWith("org.jspecify.annotations.NullMarked"))
                    .as("%s needs a @NullMarked package-info", name)
                    .isTrue();
            assertThat(name.split("\\."))
                    .doesNotContain("common", "util", "utils", "impl", "service", "manager", "helper", "misc");
        });
    }

    private static boolean inside(String packageName, String root) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }
}
