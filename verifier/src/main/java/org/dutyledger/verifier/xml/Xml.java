package org.dutyledger.verifier.xml;

import java.io.ByteArrayInputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dutyledger.verifier.readback.UnreadableReportException;
import org.jspecify.annotations.Nullable;

/** Reads XML in UTF-8 from its first element to its last. */
public final class Xml {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,99}");
    private static final int MOST_ATTRIBUTES = 200;

    private Xml() {}

    /**
     * A reader that follows neither DTD nor entity.
     *
     * @throws XMLStreamException when it does not begin as XML
     */
    public static XMLStreamReader reader(byte[] content) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(content), "UTF-8");
    }

    /**
     * Demands names that every version of XML has, and no more of them in one element than any program writes: at the start of
     * an element.
     */
    public static void requirePlainNames(String part, XMLStreamReader xml) throws UnreadableReportException {
        boolean plain = xml.getAttributeCount() + xml.getNamespaceCount() <= MOST_ATTRIBUTES
                && isPlain(xml.getPrefix())
                && isPlain(xml.getLocalName());
        for (int i = 0; plain && i < xml.getAttributeCount(); i++) {
            plain = isPlain(xml.getAttributePrefix(i)) && isPlain(xml.getAttributeLocalName(i));
        }
        for (int i = 0; plain && i < xml.getNamespaceCount(); i++) {
            plain = isPlain(xml.getNamespacePrefix(i));
        }
        if (!plain) {
            throw new UnreadableReportException(
                    "%s 中有并非每个程序都能读取的名称", "%s has names that not every program reads", part);
        }
    }

    private static boolean isPlain(@Nullable String name) {
        return name == null || name.isEmpty() || PLAIN.matcher(name).matches();
    }

    /** What to say of a part that is not well-formed. */
    public static UnreadableReportException malformed(String part, XMLStreamException e) {
        return new UnreadableReportException(
                "%s 不是完好的 XML：%s", "%s is not well-formed XML: %s", part, String.valueOf(e.getMessage()));
    }
}
