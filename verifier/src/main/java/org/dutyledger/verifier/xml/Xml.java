package org.dutyledger.verifier.xml;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.dutyledger.verifier.readback.UnreadableReportException;

/** Reads XML in UTF-8 from its first element to its last. */
public final class Xml {
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

    /** The message for a part that is not well-formed. */
    public static UnreadableReportException malformed(String part, XMLStreamException e) {
        return new UnreadableReportException(
                "%s 不是完好的 XML：%s", "%s is no well-formed XML: %s", part, String.valueOf(e.getMessage()));
    }
}
