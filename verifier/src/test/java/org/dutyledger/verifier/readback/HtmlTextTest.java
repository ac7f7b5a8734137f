package org.dutyledger.verifier.readback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test
    void paragraphsAndRows_areRead() {
        assertThat(
                        read(
                                "<title>题</title><p>一 <b>二</b>\n 三</p>散<table><tr><th>a<td>b<div>c</div></td><td></td></tr></table>"))
                .isEqualTo("[[题], [一 二 三], [散], [a, b\u2029c, ]]");
    }

    @Test
    void references_areCharacters() {
        assertThat(read("<p>&lt;&amp;&#39;&#x4e00;&nbsp;&unknown;&#1114112;&#0;</p>"))
                .isEqualTo("[[<&'一\u00a0&unknown;\uFFFD\0]]");
    }

    @Test
    void hiddenText_isNotRead() {
        assertThat(
                        read(
                                "<!doctype html><!-- <p>a</p> --><style>p{}</style ><script>\"<p>b</p>\"</script><p>c</p><!-- d"))
                .isEqualTo("[[c]]");
    }

    @Test
    void brokenMarkup_isText() {
        assertThat(read("<p>1 < 2 <3</p><p a='>' b=\">\">x</p><p")).isEqualTo("[[1 < 2 <3], [x], [<p]]");
        assertThat(read("</td></tr><td>x</td>")).isEqualTo("[[x]]");
    }

    @Property
    void anyText_isRead(@ForAll String text) {
        assertThat(read("<p>" + text.replaceAll("[<&\\s]", "") + "</p>")).startsWith("[");
        read(text);
    }

    @Test
    void hugeAttribute_isReadWithoutHarm() {
        assertThat(read("<p title=\"" + "x".repeat(1_000_000) + "\">y</p>" + "<".repeat(100_000)))
                .startsWith("[[y]");
    }

    @Test
    void onlyLineEndsAndWhiteSpaceAtTheEnds_mayBeOthers() throws Exception {
        byte[] issued = "<p>a</p>\n<p>b</p>\n".getBytes(UTF_8);
        for (String same : List.of("<p>a</p>\r\n<p>b</p>", "\uFEFF<p>a</p>\n<p>b</p>\n\n")) {
            assertThat(HtmlText.of(same.getBytes(UTF_8), issued).hidden()).isEmpty();
        }
        for (String other : List.of(
                "<p>a</p>\n<p>b</p><script>x</script>",
                "<p>a</p>\n<p >b</p>",
                "<p>a</p> <p>b</p>",
                "<!-- --><p>a</p>\n<p>b</p>")) {
            assertThat(HtmlText.of(other.getBytes(UTF_8), issued).hidden())
                    .as(other)
                    .isPresent();
        }
        assertThatThrownBy(() -> HtmlText.of(new byte[] {'<', (byte) 0xff}, issued))
                .isInstanceOf(UnreadableReportException.class);
    }

    private static String read(String html) {
        try {
            byte[] bytes = html.getBytes(UTF_8);
            return HtmlText.of(bytes, bytes).blocks().orElseThrow().toString();
        } catch (UnreadableReportException e) {
            throw new AssertionError(e);
        }
    }
}
