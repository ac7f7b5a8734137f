package org.dutyledger.document.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class MarkupTest {
    @Test
    void markup_isEscaped() {
        assertThat(Markup.escape("<b a=\"1\" c='2'>&</b>"))
                .isEqualTo("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;&lt;/b&gt;");
    }

    @Test
    void charactersThatXmlForbids_areReplaced() {
        assertThat(Markup.escape("a\u0000b\u0008c\u000Cd\uD800e\uFFFFf"))
                .isEqualTo("a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFDf");
        assertThat(Markup.escape("𠮷\t\n")).isEqualTo("𠮷\t\n");
    }

    @Test
    void turnedReadingDirection_cannotDisguiseANumber() {
        assertThat(Markup.escape("12\u202E34\u2066")).isEqualTo("12\uFFFD34\uFFFD");
    }

    @Property
    void anyText_isWellFormedAndUtf8(@ForAll String text) throws Exception {
        String xml = "<a b=\"" + Markup.escape(text) + "\">" + Markup.escape(text) + "</a>";
        javax.xml.parsers.DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new java.io.StringReader(xml)));
        assertThat(new String(xml.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(xml);
    }
}
