package org.dutyledger.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DemoContentTest {
    private final DemoContent content = DemoContent.of2021();

    @Test
    void cycle_isTheOneOfTheReport() {
        assertThat(content.cycleId()).isEqualTo("330602-2021");
        assertThat(content.jurisdiction()).isEqualTo("330602");
    }

    @Test
    void everySubmission_hasItsOrganisationAndAKeyOfItsOwn() {
        List<String> organisations = content.organisations().stream()
                .map(o -> (String) o.get("organisation"))
                .toList();
        assertThat(organisations).hasSizeGreaterThan(10).doesNotHaveDuplicates();
        assertThat(content.submissions())
                .isNotEmpty()
                .allSatisfy(s -> assertThat(organisations).contains(s.organisation()))
                .allSatisfy(s -> assertThat(s.items()).isNotEmpty());
        assertThat(content.submissions().stream().map(s -> s.organisation() + "/" + s.key()))
                .doesNotHaveDuplicates();
    }

    @Test
    void body_isWhatIsSentOverHttp() {
        assertThat(content.submissions().get(0).body()).containsOnlyKeys("organisation", "items");
    }
}
