package org.dutyledger.verifier.forgery;

import static org.dutyledger.verifier.sample.DocxParts.DOCUMENT;
import static org.dutyledger.verifier.sample.DocxParts.PACKAGE;
import static org.dutyledger.verifier.sample.DocxParts.RELATIONSHIPS;
import static org.dutyledger.verifier.sample.DocxParts.STYLES;
import static org.dutyledger.verifier.sample.DocxParts.TYPES;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.dutyledger.verifier.sample.DocxParts;

/**
 * Changes the text or the appearance of a document: its text, or any element, attribute, part or relationship beyond
 * the renderer's.
 */
public final class DocxForger {
    private static final Pattern TEXT = Pattern.compile("<w:t xml:space=\"preserve\">([^<]+)</w:t>");
    private static final Pattern PARAGRAPH = Pattern.compile("<w:p>(?:(?!</w:p>).)*<w:t (?:(?!</w:p>).)*</w:p>");
    private static final Pattern TAG = Pattern.compile("<w:([A-Za-z]+)(?: [^>]*)?>");
    private static final List<String> ELEMENTS = List.of(
            "<w:vanish/>",
            "<w:altChunk r:id=\"rId1\"/>",
            "<w:drawing/>",
            "<w:object/>",
            "<w:pict/>",
            "<w:fldSimple w:instr=\"QUOTE x\"/>",
            "<w:ins w:id=\"9\"/>",
            "<w:del w:id=\"9\"/>",
            "<w:moveFrom w:id=\"9\"/>",
            "<w:commentReference w:id=\"0\"/>",
            "<w:footnoteReference w:id=\"1\"/>",
            "<w:ruby/>",
            "<w:smartTag/>",
            "<w:customXml/>",
            "<w:permStart w:id=\"1\"/>",
            "<w:softHyphen/>",
            "<w:webHidden/>",
            "<w:specVanish/>",
            "<w:dataBinding w:xpath=\"/x\"/>",
            "<w:showingPlcHdr/>",
            "<w:framePr/>",
            "<w:numPr/>",
            "<w:vMerge/>",
            "<w:tblpPr/>",
            "<w:hidden/>",
            "<w:textbox/>",
            "<w:background w:color=\"000000\"/>",
            "<w:strike/>",
            "<w:rtl/>",
            "<w:highlight w:val=\"black\"/>",
            "<w:effect w:val=\"none\"/>",
            "<w:cr w:x=\"1\"/>",
            "<mc:AlternateContent xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"/>",
            "<a:t xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">x</a:t>",
            "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\"/>",
            "<w14:glow xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\"/>",
            "<?x y?>",
            "x");
    private static final List<String> ATTRIBUTES = List.of(
            " w:themeColor=\"background1\"",
            " w:asciiTheme=\"minorHAnsi\"",
            " w:link=\"x\"",
            " x=\"1\"",
            " w:space2=\"1\"",
            " xmlns:y=\"urn:y\" y:a=\"1\"",
            " w:docLocation=\"x\"",
            " r:embed=\"rId1\"",
            " w:hidden=\"1\"");
    private static final List<String> PROPERTIES = List.of(
            "<w:vanish/>",
            "<w:color w:val=\"FFFFFF\"/>",
            "<w:sz w:val=\"2\"/>",
            "<w:w w:val=\"1\"/>",
            "<w:rFonts w:ascii=\"Wingdings\"/>",
            "<w:spacing w:val=\"-600\"/>",
            "<w:position w:val=\"900\"/>");
    private static final List<String> EXTREMES = List.of(
            "<w:sz w:val=\"[0-9]+\"/>",
            "<w:sz w:val=\"1\"/>",
            "w:line=\"[0-9]+\"",
            "w:line=\"1\"",
            "<w:pgSz w:w=\"[0-9]+\"",
            "<w:pgSz w:w=\"9\"",
            "<w:tcW w:w=\"[0-9]+\"",
            "<w:tcW w:w=\"1\"",
            "w:firstLine=\"[0-9]+\"",
            "w:firstLine=\"30000\"",
            "w:top=\"[0-9]+\"",
            "w:top=\"30000\"",
            "w:eastAsia=\"宋体\"",
            "w:eastAsia=\"Symbol\"",
            "<w:gridCol w:w=\"[0-9]+\"",
            "<w:gridCol w:w=\"2\"",
            "w:left=\"[0-9]+\"",
            "w:left=\"6000\"",
            "w:tooltip=\"[^\"]*\"",
            "w:tooltip=\"误报\"",
            "w:anchor=\"S_N[0-9]+\"",
            "w:anchor=\"S_N9999\"");
    private final DocxParts genuine;

    public DocxForger(byte[] genuine) {
        this.genuine = new DocxParts(genuine);
    }

    /** The file that a seed gives. */
    public Forgery forge(long seed) {
        Random random = new Random(seed);
        DocxParts docx = genuine.copy();
        String what =
                switch (random.nextInt(8)) {
                    case 0, 1 -> text(docx, random);
                    case 2 -> paragraph(docx, random);
                    case 3 -> element(docx, random);
                    case 4 -> attribute(docx, random);
                    case 5 -> property(docx, random);
                    case 6 -> extreme(docx, random);
                    default -> packaging(docx, random);
                };
        return new Forgery(seed, what, docx.bytes());
    }

    private static String text(DocxParts docx, Random random) {
        String xml = docx.text(DOCUMENT);
        MatchResult run = any(TEXT, xml, random);
        String original = run.group(1);
        int at = random.nextInt(original.length());
        String other =
                switch (random.nextInt(4)) {
                    case 0 -> original.substring(0, at) + "不" + original.substring(at);
                    case 1 -> original.substring(0, at) + "1" + original.substring(at);
                    case 2 ->
                        at == 0 && original.length() == 1
                                ? "零"
                                : original.substring(0, at) + original.substring(at + 1);
                    default ->
                        original.substring(0, at)
                                + (original.charAt(at) == '九' ? '八' : '九')
                                + original.substring(at + 1);
                };
        docx.put(DOCUMENT, xml.substring(0, run.start(1)) + other + xml.substring(run.end(1)));
        return "'" + original + "' reads '" + other + "'";
    }

    private static String paragraph(DocxParts docx, Random random) {
        String xml = docx.text(DOCUMENT);
        MatchResult one = any(PARAGRAPH, xml, random);
        String without = xml.substring(0, one.start()) + xml.substring(one.end());
        if (random.nextBoolean()) {
            // a paragraph that a cell must have is left empty
            docx.put(DOCUMENT, xml.substring(0, one.start()) + "<w:p/>" + xml.substring(one.end()));
            return "a paragraph left out at " + one.start();
        }
        MatchResult to = any(PARAGRAPH, without, random);
        docx.put(DOCUMENT, xml.substring(0, one.end()) + one.group() + xml.substring(one.end()));
        return "a paragraph said twice at " + to.start();
    }

    private static String element(DocxParts docx, Random random) {
        String part = List.of(
                        DOCUMENT, DOCUMENT, STYLES, "word/footer-odd.xml", "word/settings.xml", "word/fontTable.xml")
                .get(random.nextInt(6));
        String xml = docx.text(part);
        MatchResult tag = any(TAG, xml, random);
        String element = ELEMENTS.get(random.nextInt(ELEMENTS.size()));
        boolean open = !tag.group().endsWith("/>")
                && !tag.group(1).equals("t")
                && !tag.group(1).equals("instrText");
        int at = open ? tag.end() : tag.start();
        docx.put(part, xml.substring(0, at) + element.replace("r:", "w:") + xml.substring(at));
        return element + " in " + part + " at " + at;
    }

    private static String attribute(DocxParts docx, Random random) {
        String part =
                List.of(DOCUMENT, DOCUMENT, STYLES, "word/footer-even.xml").get(random.nextInt(4));
        String xml = docx.text(part);
        MatchResult tag = any(TAG, xml, random);
        String attribute = ATTRIBUTES.get(random.nextInt(ATTRIBUTES.size()));
        int at = tag.start() + 3 + tag.group(1).length();
        docx.put(part, xml.substring(0, at) + attribute.replace("r:", "w:") + xml.substring(at));
        return attribute + " in " + part + " at " + at;
    }

    private static String property(DocxParts docx, Random random) {
        String property = PROPERTIES.get(random.nextInt(PROPERTIES.size()));
        String part = random.nextBoolean() ? DOCUMENT : STYLES;
        String xml = docx.text(part);
        MatchResult run = any(Pattern.compile("<w:rPr>"), xml, random);
        docx.put(part, xml.substring(0, run.end()) + property + xml.substring(run.end()));
        return property + " in " + part + " at " + run.end();
    }

    private static String extreme(DocxParts docx, Random random) {
        int i = 2 * random.nextInt(EXTREMES.size() / 2);
        for (String part : List.of(DOCUMENT, STYLES)) {
            String xml = docx.text(part);
            List<MatchResult> found = all(Pattern.compile(EXTREMES.get(i)), xml);
            if (!found.isEmpty()) {
                MatchResult one = found.get(random.nextInt(found.size()));
                docx.put(part, xml.substring(0, one.start()) + EXTREMES.get(i + 1) + xml.substring(one.end()));
                return EXTREMES.get(i + 1) + " in " + part + " at " + one.start();
            }
        }
        throw new IllegalStateException("nowhere " + EXTREMES.get(i));
    }

    private static String packaging(DocxParts docx, Random random) {
        int n = random.nextInt(1000);
        String type = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                + List.of(
                                "officeDocument",
                                "aFChunk",
                                "image",
                                "oleObject",
                                "comments",
                                "frame",
                                "attachedTemplate",
                                "hyperlink")
                        .get(random.nextInt(8));
        String relationship =
                "<Relationship Id=\"rId" + (10 + n) + "\" Type=\"" + type + "\" Target=\"p" + n + ".xml\"/>";
        switch (random.nextInt(6)) {
            case 0 -> docx.put("word/p" + n + ".xml", docx.text(DOCUMENT));
            case 1 ->
                docx.put("word/p" + n + ".xml", "<x/>")
                        .exchange(RELATIONSHIPS, "</Relationships>", relationship + "</Relationships>");
            case 2 ->
                docx.put("p" + n + ".xml", docx.text(DOCUMENT))
                        .exchange(PACKAGE, "word/document.xml", "p" + n + ".xml");
            case 3 -> docx.exchange(TYPES, "document.main+xml", "document" + n + ".main+xml");
            case 4 ->
                docx.exchange(
                        RELATIONSHIPS,
                        "Target=\"styles.xml\"",
                        "Target=\"http://x/" + n + "\" TargetMode=\"External\"");
            default ->
                docx.put("word/_rels/footer-odd.xml.rels", "<Relationships/>").put("word/n" + n, "");
        }
        return "packaging " + n + " " + type;
    }

    private static MatchResult any(Pattern pattern, String text, Random random) {
        List<MatchResult> found = all(pattern, text);
        return found.get(random.nextInt(found.size()));
    }

    private static List<MatchResult> all(Pattern pattern, String text) {
        return new ArrayList<>(pattern.matcher(text).results().toList());
    }
}
