import apex.jorje.semantic.symbol.type.InternalTypeInfo;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The platform classes that the compiler itself refers to, by a name of their own such as
 * com/salesforce/api/Schema/SObjectField.
 */
final class BuiltInNames {
    private static final String PREFIX = "com/salesforce/api/";
    private static final Map<String, String> BYTECODE_NAMES = bytecodeNames();

    private BuiltInNames() {}

    private static Map<String, String> bytecodeNames() {
        Map<String, String> names = new HashMap<>();
        for (Field field : InternalTypeInfos.class.getFields()) {
            InternalTypeInfo type = value(field);
            if (type == null || type.getBytecodeName() == null || !type.getBytecodeName().startsWith(PREFIX)) continue;
            String apexName = type.getApexName();
            String fullName = apexName.contains(".") ? apexName : "System." + apexName;
            names.put(fullName.toLowerCase(Locale.ROOT), type.getBytecodeName());
        }
        return names;
    }

    private static InternalTypeInfo value(Field field) {
        try {
            Object value = field.get(null);
            return value instanceof InternalTypeInfo ? (InternalTypeInfo) value : null;
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException("InternalTypeInfos." + field.getName() + " cannot be read", impossible);
        }
    }

    /** The compiler's own name of a platform class, or null when it has none. */
    static String bytecodeName(String apexName) {
        return BYTECODE_NAMES.get(apexName.toLowerCase(Locale.ROOT));
    }

    /**
     * @param name what the compiler looks for, in lower case
     * @return `namespace/class`, or null when the name is not that of a platform class with a source form
     */
    static String platformName(String name) {
        if (name.startsWith(PREFIX)) {
            for (Map.Entry<String, String> entry : BYTECODE_NAMES.entrySet()) {
                if (entry.getValue().toLowerCase(Locale.ROOT).equals(name)) return entry.getKey().replace('.', '/');
            }
            return null;
        }
        return name.indexOf('/') > 0 && !name.startsWith("java/") && !name.startsWith("com/") ? name : null;
    }
}
