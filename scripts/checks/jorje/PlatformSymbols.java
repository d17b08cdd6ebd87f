import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.bcl.ExceptionMethods;
import apex.jorje.semantic.common.TestSymbolProvider;
import apex.jorje.semantic.compiler.Namespace;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.services.Version;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers the compiler's questions about everything that is not in the sources under judgement.
 *
 * The compiler's own test provider is the ground: it holds the few types that have no source form. One instance serves
 * one compilation, since a type belongs to the compiler that attached it.
 */
final class PlatformSymbols extends TestSymbolProvider {
    private static final String EXCEPTION = "system/exception";
    private static final String BASE_EXCEPTION = "system/apexbaseexception";

    private final PlatformStubs stubs;
    private final SObjectTypes objects;
    private final OrgMetadata org;
    private final Version version;
    private final Map<String, TypeInfo> attached = new HashMap<>();
    private final TypeInfo baseException = baseException();

    PlatformSymbols(PlatformStubs stubs, SObjectTypes objects, OrgMetadata org, Version version) {
        this.stubs = stubs;
        this.objects = objects;
        this.org = org;
        this.version = version;
    }

    @Override
    public TypeInfo find(SymbolResolver symbols, TypeInfo referencingType, String name) {
        if (name.equals(BASE_EXCEPTION)) return baseException;
        if (name.equals(EXCEPTION)) return TypeInfos.EXCEPTION;
        String platformName = isInnerOfSystemClass(name) ? "system/" + name : BuiltInNames.platformName(name);
        if (platformName == null) return super.find(symbols, referencingType, name);
        if (!attached.containsKey(platformName)) {
            TypeInfo type = platformType(symbols, platformName);
            attached.putIfAbsent(platformName, type != null ? type : super.find(symbols, referencingType, platformName));
        }
        return attached.get(platformName);
    }

    /** `QueueableDuplicateSignature.Builder` is asked for without its namespace. */
    private boolean isInnerOfSystemClass(String name) {
        int inner = name.indexOf('$');
        return inner > 0 && name.indexOf('/') < 0 && stubs.has("system/" + name.substring(0, inner));
    }

    private TypeInfo platformType(SymbolResolver symbols, String name) {
        int inner = name.indexOf('$');
        if (inner >= 0) {
            // The compiler knows an inner type as soon as its outer type is attached.
            TypeInfo outer = find(symbols, null, name.substring(0, inner));
            return outer == null ? null : symbols.get(name);
        }
        if (!stubs.has(name)) return null;
        boolean isWrapped = stubs.hasKeywordMethods(name) || BuiltInNames.bytecodeName(stubs.apexName(name)) != null;
        return isWrapped ? wrapped(symbols, name) : attach(symbols, name, "");
    }

    /** A type that the compiler knows under a name of its own, or with members that source cannot declare. */
    private TypeInfo wrapped(SymbolResolver symbols, String name) {
        PlatformType type = new PlatformType(stubs.apexName(name), new DescribeTypes(objects, this::find));
        // Known before its source is read, since that source may name it.
        attached.put(name, type.typeInfo());
        type.setDeclared(attach(symbols, name, PlatformStubs.KEYWORD_PREFIX));
        return type.typeInfo();
    }

    private TypeInfo attach(SymbolResolver symbols, String name, String prefix) {
        String source = stubs.source(name, prefix);
        if (source == null) return null;
        String attachedName = name.replace("/", "/" + prefix);
        SourceFile file = SourceFile.builder()
            .setBody(source)
            .setNamespace(Namespaces.create(stubs.namespace(name)))
            .setVersion(version)
            .setTrusted(true)
            .setFileBased(true)
            .setKnownName(attachedName)
            .build();
        return symbols.getCompilerService().attachSource(symbols, file, attachedName);
    }

    /** The hidden class between Exception and every other exception: the test provider's own lacks most methods. */
    private static TypeInfo baseException() {
        return StandardTypeInfoImpl.builder()
            .setApexName(InternalTypeInfos.APEX_EXCEPTION.getApexName())
            .setBytecodeName(InternalTypeInfos.APEX_EXCEPTION.getBytecodeName())
            .setNamespace(Namespaces.SYSTEM)
            .setParents(InternalTypeInfos.APEX_EXCEPTION.parents())
            .setMethods(ExceptionMethods.methodsWithConstructors())
            .setModifiers(ModifierGroups.GLOBAL_VIRTUAL)
            .buildResolved();
    }

    @Override
    public TypeInfo getSObjectType(TypeInfo referencingType, String name) {
        return objects.get(name);
    }

    @Override
    public boolean hasLabelField(TypeInfo referencingType, Namespace namespace, String name) {
        return org.hasLabel(name);
    }
}
