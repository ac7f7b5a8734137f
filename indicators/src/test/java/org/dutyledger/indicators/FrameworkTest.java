package org.dutyledger.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dutyledger.indicators.read.FrameworkParser;
import org.dutyledger.indicators.read.Places;
import org.dutyledger.indicators.read.Problems;
import org.junit.jupiter.api.Test;

class FrameworkTest {
    private final Framework framework = new FrameworkParser(new Problems("small.yaml"), new Places())
            .parse(SmallFramework.SOUND.getBytes(StandardCharsets.UTF_8))
            .orElseThrow();

    @Test
    void holders_areIndicatorsThenSections() {
        assertThat(framework.holders()).extracting(EvidenceHolder::id).containsExactly("1", "2", "preface");
        assertThat(framework.holder("preface")).get().isInstanceOf(Section.class);
        assertThat(framework.holder("3")).isEmpty();
    }

    @Test
    void items_areFoundWithTheirHolder() {
        assertThat(framework.figure("helpers"))
                .get()
                .extracting(FigureSpec::unit)
                .isEqualTo(Unit.PERSON_NAMED);
        assertThat(framework.figure("text_1")).as("a slot is not a figure").isEmpty();
        assertThat(framework.figure("total")).as("a measure is not a figure").isEmpty();
        assertThat(framework.holderOf("helpers"))
                .get()
                .extracting(EvidenceHolder::id)
                .isEqualTo("1");
        assertThat(framework.holderOf("text_1"))
                .get()
                .extracting(EvidenceHolder::id)
                .isEqualTo("1");
        assertThat(framework.holderOf("total")).isEmpty();
    }

    @Test
    void whatIsNotWritten_hasItsDefault() {
        FigureSpec helpers = framework.figure("helpers").orElseThrow();
        assertThat(helpers.kind()).isEqualTo(FigureSpec.Kind.NUMBER);
        assertThat(helpers.period()).as("the report year").isEqualTo("2021");
        assertThat(helpers.decimals()).isZero();
        assertThat(helpers.required()).isTrue();
        assertThat(helpers.derived()).isFalse();
        assertThat(helpers.lowerBound()).isFalse();
        assertThat(helpers.allowed().min()).isNull();
        assertThat(helpers.allowed().max()).isNull();
        assertThat(helpers.note()).isNull();
        NarrativeSlot slot = framework.holder("1").orElseThrow().slots().get(0);
        assertThat(slot.heading()).isEmpty();
        assertThat(slot.required()).isTrue();
        assertThat(slot.maxLength()).isEqualTo(2000);
    }

    @Test
    void whatIsWritten_isKept() {
        FigureSpec budget = framework.figure("budget").orElseThrow();
        assertThat(budget.unit()).isEqualTo(Unit.YI_YUAN);
        assertThat(budget.decimals()).isEqualTo(2);
        assertThat(budget.allowed().min()).isEqualByComparingTo("0");
        assertThat(budget.allowed().max()).isEqualByComparingTo("99");
        assertThat(framework.figure("claim")).get().extracting(FigureSpec::kind).isEqualTo(FigureSpec.Kind.CLAIM);
        assertThat(framework.grading().weights().get("2")).isEqualByComparingTo("0.6");
        assertThat(framework.groups()).extracting(Group::number).containsExactly(1, 2);
        RuleSpec rule = framework.indicators().get(0).rules().get(0);
        assertThat(rule.effect()).isEqualTo(RuleSpec.Effect.FAIL);
        assertThat(rule.certainty()).isEqualTo(RuleSpec.Certainty.HIGH);
        assertThat(rule.source()).isNull();
    }

    @Test
    void roles_keepTheOrderOfTheFile() {
        assertThat(framework.roles())
                .containsExactly(java.util.Map.entry("bureau", "教体局"), java.util.Map.entry("office", "督导办"));
    }

    @Test
    void model_cannotBeChanged() {
        List<Group> groups = framework.groups();
        assertThatThrownBy(groups::clear).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> framework.roles().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() ->
                        framework.figure("helpers").orElseThrow().submitters().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> framework.grading().weights().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void hash_isThatOfTheBytes() {
        Framework other = new FrameworkParser(new Problems("small.yaml"), new Places())
                .parse((SmallFramework.SOUND + "# a remark\n").getBytes(StandardCharsets.UTF_8))
                .orElseThrow();
        assertThat(other.sha256()).isNotEqualTo(framework.sha256());
        assertThat(other.indicators()).isEqualTo(framework.indicators());
    }
}
