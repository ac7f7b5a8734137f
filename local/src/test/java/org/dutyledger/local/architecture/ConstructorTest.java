package org.dutyledger.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A class that needs more than five collaborators does more than one thing. Records and exceptions hold data. */
class ConstructorTest {
    private static final int MOST = 5;

    @Test
    void constructors_takeAtMostFiveCollaborators() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.dutyledger");
        assertThat(crowded(product)).isEmpty();
    }

    @Test
    void aCrowdedConstructor_isFound() {
        assertThat(crowded(new ClassFileImporter().importClasses(Crowded.class)))
                .containsExactly(Crowded.class.getName());
    }

    private static List<String> crowded(JavaClasses classes) {
        return classes.stream()
                .filter(c -> !c.isRecord() && !c.isEnum() && !c.isAssignableTo(Throwable.class))
                .filter(c -> c.getConstructors().stream()
                        .anyMatch(k -> k.getRawParameterTypes().stream()
                                        .filter(ConstructorTest::isCollaborator)
                                        .count()
                                > MOST))
                .map(JavaClass::getName)
                .toList();
    }

    /** Something with behaviour; text, numbers and collections are data. */
    private static boolean isCollaborator(JavaClass type) {
        return !type.isPrimitive()
                && !type.isArray()
                && !type.isRecord()
                && !type.getPackageName().startsWith("java.");
    }

    static final class Crowded {
        Crowded(JavaClass a, JavaClass b, JavaClass c, JavaClass d, JavaClass e, JavaClass f) {}
    }
}
