import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What the compiler asks of an org's metadata: custom objects and fields, labels, and child relationships. */
final class OrgMetadata {
    /** A custom object, or a standard one that has custom fields. */
    static final class CustomObject {
        String name;
        /** `Hierarchy` or `List` for custom settings, else null. */
        String settingKind;
        /** The object whose sharing table this is, else null. */
        String sharedObject;
        final List<CustomField> fields = new ArrayList<>();
    }

    static final class CustomField {
        String name;
        String metadataType;
        int scale;
        /** The object that a lookup or master-detail field points at, else null. */
        String referenceTo;
        String relationshipName;

        /** The Apex type of the field's values (Apex Developer Guide, "Primitive Data Types"). */
        TypeInfo type() {
            switch (metadataType) {
                case "Checkbox": return TypeInfos.BOOLEAN;
                case "Date": return TypeInfos.DATE;
                case "DateTime": return TypeInfos.DATE_TIME;
                case "Time": return TypeInfos.TIME;
                case "Number": case "Currency": case "Percent": case "Summary": return TypeInfos.DECIMAL;
                case "Lookup": case "MasterDetail": case "Hierarchy": return TypeInfos.ID;
                default: return TypeInfos.STRING;
            }
        }
    }

    private final Map<String, CustomObject> objects = new HashMap<>();
    private final Map<String, Map<String, String>> children = new HashMap<>();
    private final Set<String> labels = new HashSet<>();

    /** Reads every object, field and label below the folders. */
    OrgMetadata(List<Path> folders) throws IOException {
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().collect(Collectors.toList())) read(file);
            }
        }
        objects.values().forEach(this::noteChildren);
    }

    CustomObject object(String lowerName) {
        return objects.get(lowerName);
    }

    boolean hasLabel(String name) {
        return labels.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Child relationship names and child objects of a parent object. */
    Map<String, String> childrenOf(String parent) {
        return children.getOrDefault(parent.toLowerCase(Locale.ROOT), Map.of());
    }

    private void read(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".object-meta.xml")) {
            CustomObject object = objectNamed(name.substring(0, name.indexOf('.')));
            object.settingKind = text(parse(file), "customSettingsType");
        } else if (name.endsWith(".field-meta.xml")) {
            readField(file);
        } else if (name.endsWith(".labels-meta.xml")) {
            NodeList all = parse(file).getElementsByTagName("labels");
            for (int i = 0; i < all.getLength(); i++) {
                labels.add(text((Element) all.item(i), "fullName").toLowerCase(Locale.ROOT));
            }
        }
    }

    private void readField(Path file) throws IOException {
        Element root = parse(file);
        CustomField field = new CustomField();
        field.name = text(root, "fullName");
        field.metadataType = text(root, "type");
        // A standard field's file (only its history or help text changed) holds no type.
        if (field.metadataType == null || field.name == null || !field.name.endsWith("__c")) return;
        field.referenceTo = text(root, "referenceTo");
        field.relationshipName = text(root, "relationshipName");
        objectNamed(file.getParent().getParent().getFileName().toString()).fields.add(field);
    }

    private CustomObject objectNamed(String name) {
        CustomObject object = objects.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new CustomObject());
        object.name = name;
        return object;
    }

    private void noteChildren(CustomObject child) {
        for (CustomField field : child.fields) {
            if (field.referenceTo == null || field.relationshipName == null) continue;
            String parent = field.referenceTo.toLowerCase(Locale.ROOT);
            children.computeIfAbsent(parent, key -> new LinkedHashMap<>()).put(field.relationshipName + "__r", child.name);
        }
    }

    private static Element parse(Path file) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder().parse(file.toFile());
            return document.getDocumentElement();
        } catch (SAXException | ParserConfigurationException malformed) {
            throw new IOException(file + " is not well-formed XML: " + malformed.getMessage(), malformed);
        }
    }

    private static String text(Element element, String child) {
        NodeList found = element.getElementsByTagName(child);
        return found.getLength() == 0 ? null : found.item(0).getTextContent().trim();
    }
}
