package org.dutyledger.verifier.readback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlTextTest {
    @Test
    void paragraphsAndRows_areRead() {
        assertThat(
                        read(
                                "<title>题</title><p>一 <b>二</b>\n 三</p>散<table><tr><th>a<td>b<div>c</div></td><td></td></tr></table>"))
                .isEqualTo("[[题], [一 二 三], [散], [a, b\nc, ]]");
    }

    @Test
    void references_areCharacters() {
        assertThat(read("<p>&lt;&amp;&#39;&#x4e00;&nbsp;&unknown;&#1114112;&#0;</p>"))
                .isEqualTo("[[<&'一\u00a0&unknown;\uFFFD\0]]");
    }

    @Test
    void whatIsNotShown_isNotRead() {
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

    private static String read(String html) {
        return HtmlText.of(html.getBytes(UTF_8)).toString();
    }
}
