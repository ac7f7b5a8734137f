package org.dutyledger.verifier.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dutyledger.verifier.check.Issue;
import org.dutyledger.verifier.finding.Code;
import org.dutyledger.verifier.finding.DoesNotHold;
import org.dutyledger.verifier.model.Model;
import org.dutyledger.verifier.model.ModelReader;
import org.dutyledger.verifier.sample.SampleLedger;
import org.junit.jupiter.api.Test;

/** Whatever character of a report's text is changed, the change is found and quoted. */
class AnyChangedCharacterTest {
    private static final SampleLedger LEDGER = SampleLedger.standard();
    private static final Model MODEL = ModelReader.read(LEDGER.bundle().model());
    private static final Issue ISSUE = Issue.of(LEDGER.bundle());
    private static final Pattern DOCX_TEXT = Pattern.compile("<w:t xml:space=\"preserve\">([^<]+)</w:t>");
    private static final Pattern HTML_TEXT = Pattern.compile(">([^<>]*[^<>\\s][^<>]*)<");

    @Test
    void everyDigit_ofTheDocx() {
        ReportTextTest.docx(LEDGER.docx().bytes(), xml -> {
            for (int at : places(DOCX_TEXT, xml, 0)) {
                if (Character.isDigit(xml.charAt(at))) {
                    String other = changed(xml, at, xml.charAt(at) == '9' ? '8' : (char) (xml.charAt(at) + 1));
                    assertNamed(ReportTextTest.docx(LEDGER.docx().bytes(), same -> other), xml, at);
                }
            }
            return xml;
        });
    }

    @Test
    void everyCharacter_ofTheHtml() {
        String page = new String(LEDGER.html().bytes(), UTF_8);
        // references of the markup are more than one character, and the sheet of styles is no text
        int body = page.indexOf("<body>");
        for (int at : places(HTML_TEXT, page, body)) {
            assertNamed(changed(page, at, page.charAt(at) == '某' ? '甲' : '某').getBytes(UTF_8), page, at);
        }
    }

    @Test
    void everyCharacter_leftOutOfTheHtml() {
        String page = new String(LEDGER.html().bytes(), UTF_8);
        int body = page.indexOf("<body>");
        for (int at : places(HTML_TEXT, page, body)) {
            assertNamed((page.substring(0, at) + page.substring(at + 1)).getBytes(UTF_8), page, at);
        }
    }

    private static List<Integer> places(Pattern texts, String markup, int from) {
        List<Integer> places = new ArrayList<>();
        Matcher text = texts.matcher(markup);
        for (int at = from; text.find(at); at = text.end() - 1) {
            for (int i = text.start(1); i < text.end(1); i++) {
                if (!Character.isWhitespace(markup.charAt(i)) && markup.charAt(i) != '&' && markup.charAt(i) != ';') {
                    places.add(i);
                }
            }
        }
        assertThat(places).hasSizeGreaterThan(500);
        return places;
    }

    private static String changed(String text, int at, char to) {
        return text.substring(0, at) + to + text.substring(at + 1);
    }

    private static void assertNamed(byte[] report, String original, int at) {
        DoesNotHold found = catchThrowableOfType(
                DoesNotHold.class,
                () -> ReportCheck.of(report, MODEL, ISSUE, LEDGER.html().bytes()));
        assertThat(found.code())
                .as(
                        "at %s, …%s…: %s",
                        at, original.substring(at - 5, at + 5), found.text().zh())
                .isEqualTo(Code.REPORT_TEXT);
    }
}
