package org.dutyledger.verifier.xml;

import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jspecify.annotations.Nullable;

/** XmlNames of elements and attributes as the grammar spells them. */
public final class XmlNames {
    /** Namespace of WordprocessingML. */
    public static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static final String DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/metadata/";
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry(WORD, ""),
            Map.entry(DOCUMENT + "relationships", "r:"),
            Map.entry(DOCUMENT + "math", "m:"),
            Map.entry(DOCUMENT + "extended-properties", "ep:"),
            Map.entry(DOCUMENT + "custom-properties", "cu:"),
            Map.entry(DOCUMENT + "docPropsVTypes", "vt:"),
            Map.entry(PACKAGE + "core-properties", "cp:"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
            Map.entry("http://purl.org/dc/terms/", "dcterms:"),
            Map.entry(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI, "xsi:"),
            Map.entry("http://schemas.openxmlformats.org/drawingml/2006/main", "a:"),
            Map.entry("http://schemas.microsoft.com/office/thememl/2012/main", "thm15:"),
            Map.entry("http://schemas.openxmlformats.org/markup-compatibility/2006", "mc:"),
            Map.entry("http://schemas.microsoft.com/office/word/2010/wordml", "w14:"),
            Map.entry("http://schemas.microsoft.com/office/word/2012/wordml", "w15:"),
            Map.entry("urn:schemas-microsoft-com:office:office", "o:"),
            Map.entry(XMLConstants.XML_NS_URI, "xml:"));

    // private notes of programs; elements named by mc:Ignorable are refused
    private static final Pattern NOTES =
            Pattern.compile("rsid(R|RPr|RDefault|P|Tr|Del|Sect)|w14:paraId|w14:textId|mc:Ignorable");

    private XmlNames() {}

    /** The name with the prefix of its namespace; an unknown or no namespace is put in braces before it. */
    public static String of(@Nullable String namespace, String local) {
        String prefix = namespace == null ? null : PREFIXES.get(namespace);
        return (prefix == null ? "{" + (namespace == null ? "" : namespace) + "}" : prefix) + local;
    }

    /** Whether an attribute is a note of a program that any element may have. */
    public static boolean isNote(String attribute) {
        return NOTES.matcher(attribute).matches();
    }
}
