package org.dutyledger.document.checker;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Reads XML trees. */
final class Dom {
    private static final Pattern ROW = Pattern.compile("N\\d{4}");
    private static final Pattern OWN_NUMBER = Pattern.compile("^\\d{1,2}\\.");
    private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

    private Dom() {}

    static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (Exception e) {
            throw new AssertionError("not well-formed: " + e.getMessage(), e);
        }
    }

    static List<Element> children(Node parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element e && e.getTagName().equals(name)) {
                found.add(e);
            }
        }
        return found;
    }

    static List<Element> all(Node root, String name) {
        NodeList list =
                root instanceof Document d ? d.getElementsByTagName(name) : ((Element) root).getElementsByTagName(name);
        List<Element> found = new ArrayList<>(list.getLength());
        for (int i = 0; i < list.getLength(); i++) {
            found.add((Element) list.item(i));
        }
        return found;
    }

    /** Adds a paragraph's text, without its numbers, when it holds a digit besides the heading's own number. */
    static void typed(String text, List<String> typed) {
        if (DIGIT.matcher(OWN_NUMBER.matcher(text).replaceFirst("")).find()) {
            typed.add(text);
        }
    }

    /** The row ids that are named in a text. */
    static List<String> rowsIn(String text) {
        List<String> rows = new ArrayList<>();
        Matcher found = ROW.matcher(text);
        while (found.find()) {
            rows.add(found.group());
        }
        return rows;
    }
}
