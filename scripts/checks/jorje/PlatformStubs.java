import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes the signatures of a platform class as Apex source, which the compiler then reads like any other class.
 *
 * The signatures come from the standard-types library of apex-ls: Java classes with the platform's own names, read here
 * by reflection. They carry parents, interfaces and type parameters.
 */
final class PlatformStubs {
    private static final String PACKAGE = "com.nawforce.runforce.";
    private static final String SOBJECTS = "SObjects.";
    private static final String INTERNAL = "Internal.";
    /** The compiler has types of its own for these: for labels one that asks the provider for each of them. */
    private static final Set<String> KNOWN_TO_THE_COMPILER = Set.of(
        "System/Label", "System/Exception", "System/String", "System/Integer", "System/Long", "System/Double",
        "System/Decimal", "System/Boolean", "System/Id", "System/Blob", "System/Date", "System/Datetime", "System/Time",
        "System/SObject", "System/List", "System/Set", "System/Map"
    );

    /** The library's helper types, and what a caller sees in their place. */
    private static final Map<String, String> INTERNAL_TYPES = Map.of(
        "Object$", "Object",
        "Any$", "Object",
        "Null$", "Object",
        "RecordSet$", "List<SObject>",
        "SObjectType$", "Schema.SObjectType",
        "DescribeSObjectResult$", "Schema.DescribeSObjectResult"
    );

    /** Put before a method's name that source code cannot declare, since it is a word of the language. */
    static final String KEYWORD_PREFIX = "keyword_";
    private static final Set<String> KEYWORDS = Set.of("insert", "update", "upsert", "delete", "undelete", "merge");

    /** Members that the platform lets an implementer choose among; an interface of the compiler would demand all. */
    private static final Set<String> OPTIONAL_MEMBERS = Set.of("Database.Batchable.start");

    /** Java's own methods are written with a dollar sign in the library. */
    private static final Set<String> OVERRIDING = Set.of("toString$", "equals$", "hashCode$");

    /** Members that the library lacks, from the Apex Reference Guide. */
    private static final Map<String, String> FURTHER_MEMBERS = Map.of(
        "Schema.SObjectField", "global override String toString() { throw null; }\n",
        "Schema.SObjectType", "global override String toString() { throw null; }\n",
        "System.QueueableDuplicateSignature",
        "global static QueueableDuplicateSignature.Builder Builder() { throw null; }\n"
    );

    private final ClassLoader loader;
    private final Map<String, String> classNames = new HashMap<>();
    private final Map<String, Set<Class<?>>> parentsByNamespace = new HashMap<>();

    PlatformStubs(String jar, ClassLoader loader) throws java.io.IOException {
        this.loader = loader;
        try (JarFile file = new JarFile(jar)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                index(entries.nextElement().getName());
            }
        }
    }

    private void index(String entry) {
        String prefix = PACKAGE.replace('.', '/');
        if (!entry.endsWith(".class") || !entry.startsWith(prefix)) return;
        String name = entry.substring(prefix.length(), entry.length() - ".class".length());
        if (name.startsWith(INTERNAL.replace('.', '/')) || KNOWN_TO_THE_COMPILER.contains(name)) return;
        classNames.put(name.toLowerCase(Locale.ROOT), PACKAGE + name.replace('/', '.'));
    }

    /** The namespace of a class as the platform writes it, such as `System` for `system/http`. */
    String namespace(String lowerName) {
        String className = classNames.get(lowerName).substring(PACKAGE.length());
        return className.substring(0, className.indexOf('.'));
    }

    /** The class's name as the platform writes it, such as `System.Http` for `system/http`. */
    String apexName(String lowerName) {
        return classNames.get(lowerName).substring(PACKAGE.length());
    }

    boolean has(String lowerName) {
        return classNames.containsKey(lowerName);
    }

    /** Whether a class has methods that source code cannot declare: they are declared under another name. */
    boolean hasKeywordMethods(String lowerName) {
        Class<?> type = load(classNames.get(lowerName));
        if (type == null) return false;
        return Stream.of(type.getDeclaredMethods()).map(Method::getName).anyMatch(PlatformStubs::isKeyword);
    }

    /**
     * @param lowerName `namespace/class`, in lower case
     * @param prefix put before the class's own name
     * @return the Apex source of the class with its inner classes, or null when the platform has no such class
     */
    String source(String lowerName, String prefix) {
        String className = classNames.get(lowerName);
        if (className == null) return null;
        Class<?> type = load(className);
        return type == null ? null : declaration(type, prefix + type.getSimpleName());
    }

    private Class<?> load(String className) {
        try {
            return Class.forName(className, false, loader);
        } catch (ClassNotFoundException | LinkageError unreadable) {
            return null;
        }
    }

    private String declaration(Class<?> type, String declaredName) {
        if (type.isEnum()) {
            return "global enum " + declaredName + " { " + String.join(", ", enumValues(type)) + " }";
        }
        String members = type.isInterface() ? interfaceMembers(type) : classMembers(type, declaredName);
        return header(type, declaredName) + " {\n" + members + "}";
    }

    private static List<String> enumValues(Class<?> type) {
        return Stream.of(type.getFields()).filter(Field::isEnumConstant).map(Field::getName).collect(Collectors.toList());
    }

    private String header(Class<?> type, String declaredName) {
        StringBuilder header = new StringBuilder("global ");
        if (type.isInterface()) {
            header.append("interface ");
        } else {
            if (Modifier.isAbstract(type.getModifiers())) header.append("abstract ");
            else if (isExtended(type)) header.append("virtual ");
            header.append("class ");
        }
        header.append(declaredName).append(parameters(type));
        Type parent = type.getGenericSuperclass();
        if (parent != null && parent != Object.class) header.append(" extends ").append(name(parent));
        List<String> interfaces = Stream.of(type.getGenericInterfaces()).map(this::name).collect(Collectors.toList());
        if (!interfaces.isEmpty()) {
            header.append(type.isInterface() ? " extends " : " implements ").append(String.join(", ", interfaces));
        }
        return header.toString();
    }

    /** Whether another class of the namespace extends this one. */
    private boolean isExtended(Class<?> type) {
        String namespace = type.getPackageName();
        return parentsByNamespace.computeIfAbsent(namespace, this::parentsIn).contains(type);
    }

    private Set<Class<?>> parentsIn(String namespace) {
        return classNames.values().stream()
            .filter(name -> name.startsWith(namespace + "."))
            .map(this::load)
            .filter(Objects::nonNull)
            .map(Class::getSuperclass)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    }

    private static String parameters(Class<?> type) {
        TypeVariable<?>[] variables = type.getTypeParameters();
        if (variables.length == 0) return "";
        return "<" + Stream.of(variables).map(TypeVariable::getName).collect(Collectors.joining(", ")) + ">";
    }

    private String interfaceMembers(Class<?> type) {
        StringBuilder out = new StringBuilder();
        for (Method method : type.getDeclaredMethods()) {
            if (OPTIONAL_MEMBERS.contains(apexName(type) + "." + method.getName())) continue;
            out.append(name(method.getGenericReturnType())).append(' ').append(method.getName());
            out.append('(').append(arguments(method.getGenericParameterTypes())).append(");\n");
        }
        return out.toString();
    }

    private String classMembers(Class<?> type, String declaredName) {
        Set<String> seen = new LinkedHashSet<>();
        List<String> lines = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isPublic(field.getModifiers())) continue;
            lines.add("global " + statik(field.getModifiers()) + name(field.getGenericType()) + " " + field.getName() + ";");
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            String arguments = arguments(constructor.getGenericParameterTypes());
            if (!seen.add(" " + arguments)) continue;
            String access = Modifier.isPublic(constructor.getModifiers()) ? "global " : "private ";
            lines.add(access + declaredName + "(" + arguments + ") {}");
        }
        for (Method method : type.getDeclaredMethods()) {
            addMethod(method, seen, lines);
        }
        for (Class<?> inner : type.getDeclaredClasses()) {
            lines.add(declaration(inner, inner.getSimpleName()));
        }
        String further = FURTHER_MEMBERS.getOrDefault(apexName(type), "");
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining()) + further;
    }

    private void addMethod(Method method, Set<String> seen, List<String> lines) {
        if (!Modifier.isPublic(method.getModifiers()) || method.isSynthetic()) return;
        String arguments = arguments(method.getGenericParameterTypes());
        if (!seen.add(method.getName().toLowerCase(Locale.ROOT) + " " + arguments)) return;
        String kind = statik(method.getModifiers());
        boolean isAbstract = Modifier.isAbstract(method.getModifiers());
        if (isAbstract) kind = "abstract ";
        if (OVERRIDING.contains(method.getName())) kind = "override ";
        String returns = name(method.getGenericReturnType());
        String body = isAbstract ? ";" : " { throw null; }";
        lines.add("global " + kind + returns + " " + declarable(method.getName()) + "(" + arguments + ")" + body);
    }

    private static String declarable(String name) {
        if (OVERRIDING.contains(name)) return name.substring(0, name.length() - 1);
        return isKeyword(name) ? KEYWORD_PREFIX + name : name;
    }

    private static boolean isKeyword(String name) {
        return KEYWORDS.contains(name.toLowerCase(Locale.ROOT));
    }

    private static String statik(int modifiers) {
        return Modifier.isStatic(modifiers) ? "static " : "";
    }

    private String arguments(Type[] types) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < types.length; i++) parts.add(name(types[i]) + " p" + i);
        return String.join(", ", parts);
    }

    /** The Apex name of a type as a signature of the library holds it. */
    String name(Type type) {
        if (type instanceof ParameterizedType) {
            ParameterizedType generic = (ParameterizedType) type;
            String raw = apexName((Class<?>) generic.getRawType());
            if (!isGenericInApex((Class<?>) generic.getRawType())) return raw;
            Stream<String> arguments = Stream.of(generic.getActualTypeArguments()).map(this::name);
            return raw + arguments.collect(Collectors.joining(", ", "<", ">"));
        }
        if (type instanceof GenericArrayType) return "List<" + name(((GenericArrayType) type).getGenericComponentType()) + ">";
        if (type instanceof TypeVariable) return ((TypeVariable<?>) type).getName();
        if (!(type instanceof Class)) return "Object";
        Class<?> plain = (Class<?>) type;
        return plain.isArray() ? "List<" + name(plain.getComponentType()) + ">" : apexName(plain);
    }

    private static boolean isGenericInApex(Class<?> raw) {
        return !raw.getName().startsWith(PACKAGE + INTERNAL);
    }

    private static String apexName(Class<?> type) {
        if (type == void.class) return "void";
        String full = type.getName();
        if (!full.startsWith(PACKAGE)) return "Object";
        String name = full.substring(PACKAGE.length());
        if (name.startsWith(INTERNAL)) return INTERNAL_TYPES.getOrDefault(name.substring(INTERNAL.length()), "Object");
        if (name.startsWith(SOBJECTS)) return "Schema." + name.substring(SOBJECTS.length());
        return unqualifiedBuiltIn(name.replace('$', '.'));
    }

    private static String unqualifiedBuiltIn(String name) {
        boolean isKnown = KNOWN_TO_THE_COMPILER.contains(name.replace('.', '/'));
        return isKnown ? name.substring(name.indexOf('.') + 1) : name;
    }
}
