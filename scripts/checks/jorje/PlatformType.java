import apex.common.base.Initializers;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.member.method.Generated;
import apex.jorje.semantic.symbol.member.method.MethodInfo;
import apex.jorje.semantic.symbol.member.method.MethodTable;
import apex.jorje.semantic.symbol.member.method.MethodTableFactory;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfo;
import apex.jorje.semantic.symbol.member.method.StandardMethodInfoBuilder;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.ModifierTypeInfos;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import apex.jorje.semantic.symbol.type.parent.ParentTableFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * A platform class whose members come from its declared form, under the name that the compiler itself uses for it.
 *
 * It also has what source code cannot declare: methods named by a word of the language (`Database.insert`), and a field
 * for each object of the org (`Schema.SObjectType.Lead`). Members are worked out when they are first asked for.
 */
final class PlatformType {
    private static final String SOBJECT_TYPE = "Schema.SObjectType";
    private static final TypeInfo QUERY_RESULT = GenericTypeInfoFactory.createQueryResultList(TypeInfos.SOBJECT);

    private final TypeInfo type;
    private TypeInfo declared;

    PlatformType(String apexName, DescribeTypes describes) {
        String bytecodeName = BuiltInNames.bytecodeName(apexName);
        boolean isSObjectType = apexName.equals(SOBJECT_TYPE);
        this.type = StandardTypeInfoImpl.builder()
            .setApexName(apexName)
            .setBytecodeName(bytecodeName != null ? bytecodeName : apexName.replace('.', '/'))
            .setNamespace(Namespaces.create(apexName.substring(0, apexName.indexOf('.'))))
            .setParents(Initializers.memoize((TypeInfo self) -> ParentTableFactory.create(TypeInfos.OBJECT)))
            .setModifiers(ModifierGroups.ONLY_GLOBAL)
            .setFields(Initializers.memoize((TypeInfo self) -> isSObjectType ? describes.objectsOf(self) : declared.fields()))
            .setMethods(Initializers.memoize(this::methods))
            .buildResolved();
    }

    TypeInfo typeInfo() {
        return type;
    }

    void setDeclared(TypeInfo declared) {
        this.declared = declared;
    }

    private MethodTable methods(TypeInfo self) {
        List<MethodInfo> methods = new ArrayList<>();
        for (MethodInfo method : declared.methods().all()) {
            boolean isHiddenConstructor = method.isConstructor() && !method.getModifiers().has(ModifierTypeInfos.GLOBAL);
            if (isHiddenConstructor) continue;
            methods.add(copy(method, self));
        }
        return MethodTableFactory.newMethodTable(methods.toArray(new MethodInfo[0]));
    }

    /** Like a SOQL expression, what such a call returns may be assigned to a list of any object and to one record. */
    private static boolean isQuery(TypeInfo self, String method) {
        return self.getApexName().equals("System.Database") && (method.equals("query") || method.equals("queryWithBinds"));
    }

    private static MethodInfo copy(MethodInfo method, TypeInfo self) {
        StandardMethodInfoBuilder builder = StandardMethodInfo.builder()
            .setGenerated(method.isConstructor() ? Generated.USER : Generated.BUILT_IN)
            .setDefiningType(self)
            .setModifiers(method.getModifiers());
        if (method.isConstructor()) return builder.setNamedParameterTypes(method.getParameterTypes()).setConstructor().build();
        String name = method.getName();
        boolean isKeyword = name.startsWith(PlatformStubs.KEYWORD_PREFIX);
        return builder
            .setReturnType(isQuery(self, name) ? QUERY_RESULT : method.getReturnType())
            .setNamedParameterTypes(method.getParameterTypes())
            .setName(isKeyword ? name.substring(PlatformStubs.KEYWORD_PREFIX.length()) : name)
            .build();
    }
}
