package org.dutyledger.indicators.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.dutyledger.indicators.FigureSpec;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.nodes.Node;

class FieldsTest {
    private final Problems problems = new Problems("f");

    @Test
    void values_areReadAsWritten() {
        Fields fields = fields("id: 1\nname: 名\nshare: 0.40\nflag: true\nroles: [a, b]\nkind: FACT");

        assertThat(fields.text("id")).isEqualTo("1");
        assertThat(fields.integer("id", 7)).isEqualTo(1);
        assertThat(fields.decimal("share")).isEqualTo("0.40");
        assertThat(fields.flag("flag", false)).isTrue();
        assertThat(fields.texts("roles")).containsExactly("a", "b");
        assertThat(fields.choice("kind", FigureSpec.Kind.class, FigureSpec.Kind.NUMBER))
                .isEqualTo(FigureSpec.Kind.FACT);
        assertThat(problems.none()).isTrue();
    }

    @Test
    void absentValues_haveTheirDefault() {
        Fields fields = fields("other: x");

        assertThat(fields.optionalText("name")).isNull();
        assertThat(fields.integer("decimals", 7)).isEqualTo(7);
        assertThat(fields.decimal("min")).isNull();
        assertThat(fields.flag("required", true)).isTrue();
        assertThat(fields.list("roles")).isEmpty();
        assertThat(fields.has("name")).isFalse();
        assertThat(problems.none()).isTrue();
    }

    @Test
    void lines_areCountedFromOne() {
        Fields fields = fields("a: 1\n\nb:\n  - x\nc: >\n  long\n  text");

        assertThat(fields.line()).isEqualTo(1);
        assertThat(fields.line("a")).isEqualTo(1);
        assertThat(fields.line("b")).isEqualTo(4);
        assertThat(fields.line("c")).isEqualTo(5);
        assertThat(fields.line("absent")).as("that of the mapping").isEqualTo(1);
    }

    @Test
    void valueOfTheWrongShape_isReported() {
        Fields fields = fields("name: [a]\nroles: a\nnested: [[a]]\nflag: maybe\nmin: a lot");

        assertThat(fields.optionalText("name")).isNull();
        assertThat(fields.list("roles")).isEmpty();
        assertThat(fields.texts("nested")).isEmpty();
        assertThat(fields.flag("flag", true)).isTrue();
        assertThat(fields.decimal("min")).isNull();
        assertThat(problems.inFileOrder())
                .containsExactly(
                        "f:1: 'name' of thing must be a single value",
                        "f:2: 'roles' of thing must be a list",
                        "f:3: 'nested' of thing must be a list of single values",
                        "f:4: 'flag' of thing must be true or false, not 'maybe'",
                        "f:5: 'min' of thing must be a number, not 'a lot'");
    }

    @Test
    void neededText_mustNotBeBlank() {
        fields("name: ' '").text("name");
        fields("other: 1").text("name");
        assertThat(problems.inFileOrder()).as("reported once per line").containsExactly("f:1: thing needs 'name'");
    }

    @Test
    void unknownKey_isReportedWithTheKnownOnes() {
        Fields.of(problems, node("colour: red\nnaem: x"), "thing", Set.of("name", "id"));
        assertThat(problems.inFileOrder())
                .containsExactly(
                        "f:1: unknown key 'colour' in thing; known are id, name",
                        "f:2: unknown key 'naem' in thing; did you mean 'name'?");
    }

    @Test
    void missingMapping_isReportedOnce_andItsValuesAreNot() {
        Fields fields = fields("- a");
        assertThat(fields.text("name")).isEmpty();
        assertThat(problems.inFileOrder()).containsExactly("f:1: thing must be a mapping (key: value)");
    }

    @Test
    void problems_comeInTheOrderOfTheFile_eachOnce() {
        problems.add(9, "b");
        problems.add(2, "a");
        problems.add(9, "b");
        problems.add(10, "c");
        assertThat(problems.inFileOrder()).containsExactly("f:2: a", "f:9: b", "f:10: c");
    }

    @Test
    void placeOfAPart_isThatOfTheSameObject() {
        Places places = new Places();
        String part = new String("x");
        places.put(fields("\n\na: 1\nb: 2"), part);
        assertThat(places.line(part)).isEqualTo(3);
        assertThat(places.line(part, "b")).isEqualTo(4);
        assertThat(places.line(new String("x"), "b"))
                .as("an equal part elsewhere")
                .isEqualTo(1);
    }

    private Fields fields(String yaml) {
        return Fields.anyKeys(problems, node(yaml), "thing");
    }

    private static Node node(String yaml) {
        return new Compose(LoadSettings.builder().build()).composeString(yaml).orElseThrow();
    }
}
