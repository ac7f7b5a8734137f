package org.dutyledger.report.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.dutyledger.events.CycleEvent.CycleOpenedV1;
import org.junit.jupiter.api.Test;
import org.springframework.http.ContentDisposition;

class FileNamesTest {
    @Test
    void names_areOfCountyYearAndReport() {
        FileNames names = names("越城区");
        assertThat(names.issued("r7-ab", ".docx")).isEqualTo("越城区2021年履行教育职责自评报告-r7-ab.docx");
        String disposition = names.disposition("attachment", "r7-ab", ".docx");
        assertThat(disposition)
                .isEqualTo(
                        "attachment; filename=\"330602-2021-r7-ab.docx\"; filename*=UTF-8''%E8%B6%8A%E5%9F%8E%E5%8C%BA2021"
                                + "%E5%B9%B4%E5%B1%A5%E8%A1%8C%E6%95%99%E8%82%B2%E8%81%8C%E8%B4%A3%E8%87%AA%E8%AF%84%E6%8A%A5%E5%91%8A"
                                + "-r7-ab.docx");
        assertThat(ContentDisposition.parse(disposition).getFilename()).isEqualTo(names.issued("r7-ab", ".docx"));
        assertThat(names.draftDisposition("inline", ".html"))
                .startsWith("inline; filename=\"330602-2021-draft.html\"; filename*=UTF-8''%E8%B6%8A")
                .endsWith("-%E8%8D%89%E7%A8%BF.html");
    }

    @Test
    void charactersNotAllowedInFileNamesOrHeaders_areReplaced() {
        FileNames names = names("A/B\\C:\"D\"\r\n*?<E>|F'(1) 区");
        assertThat(names.issued("r1", ".html")).startsWith("A_B_C__D______E__F'(1) 区2021年");
        String disposition = names.disposition("inline", "r\"1\n", ".html");
        assertThat(disposition)
                .startsWith("inline; filename=\"330602-2021-r_1_.html\"; filename*=")
                .doesNotContain("\n");
        assertThat(disposition.substring(disposition.indexOf("''") + 2)).matches("[A-Za-z0-9._%-]+");
    }

    @Test
    void longestName_fitsIntoAFileSystem() {
        String name = names("越𠮷".repeat(50)).issued("r9223372036854775807-0123456789ab", ".proof.json");
        assertThat(name).startsWith("越𠮷".repeat(25) + "2021年");
        assertThat("越".repeat(50).getBytes(StandardCharsets.UTF_8).length).isEqualTo(150);
        assertThat(names("越".repeat(100))
                        .issued("r9223372036854775807-0123456789ab", ".proof.json")
                        .getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(255);
    }

    private static FileNames names(String county) {
        return FileNames.of(new CycleOpenedV1("330602-2021", "330602", county, 2021, "f", "1", "ab".repeat(32), null));
    }
}
