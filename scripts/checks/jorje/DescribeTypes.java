import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.StandardTypeInfoImpl;
import apex.jorje.semantic.symbol.type.TypeInfo;

/** The types behind `Schema.SObjectType.Lead.fields.Email`, whose members follow from the org's objects. */
final class DescribeTypes {
    /** Finds a platform class by `namespace/class` in lower case. */
    interface Finder {
        TypeInfo find(SymbolResolver symbols, TypeInfo referencingType, String name);
    }

    private final SObjectTypes objects;
    private final Finder platform;

    DescribeTypes(SObjectTypes objects, Finder platform) {
        this.objects = objects;
        this.platform = platform;
    }

    /** `Schema.SObjectType` with a static field for each object. */
    FieldTable objectsOf(TypeInfo schemaSObjectType) {
        return new ComputedFields((symbols, referencingType, name) -> {
            SObjectTypeInfo object = objects.get(name);
            if (object == null) return null;
            TypeInfo describe = describeOf(symbols, referencingType, object);
            String apexName = object.getApexName();
            return DynamicFieldInfoFactory.createSObjectTypeDescribeResult(schemaSObjectType, describe, name, apexName);
        });
    }

    private TypeInfo describeOf(SymbolResolver symbols, TypeInfo referencingType, SObjectTypeInfo object) {
        TypeInfo general = platform.find(symbols, referencingType, "schema/describesobjectresult");
        FieldTable ownFields = new ComputedFields((innerSymbols, innerType, name) ->
            name.equalsIgnoreCase("fields")
                ? DynamicFieldInfoFactory.createDescribeResultFields(general, fieldsOf(symbols, referencingType, object))
                : general.fields().get(innerSymbols, innerType, name, FieldTable.LookupMode.INSTANCE_VARIABLE));
        return copyOf(general, ownFields);
    }

    private TypeInfo fieldsOf(SymbolResolver symbols, TypeInfo referencingType, SObjectTypeInfo object) {
        TypeInfo general = platform.find(symbols, referencingType, "schema/sobjecttypefields");
        TypeInfo describe = platform.find(symbols, referencingType, "schema/describefieldresult");
        FieldTable each = new ComputedFields((innerSymbols, innerType, name) -> {
            FieldInfo field = object.fields().get(innerSymbols, innerType, name, FieldTable.LookupMode.INSTANCE_VARIABLE);
            boolean isValue = field instanceof SObjectFieldInfo
                && ((SObjectFieldInfo) field).getCategory() == SObjectFieldInfo.Category.REGULAR;
            return isValue ? DynamicFieldInfoFactory.createSchemaSObjectTypeFieldDescribe(general, describe, name) : null;
        });
        return copyOf(general, each);
    }

    /** A type with the members of another but fields of its own. */
    static TypeInfo copyOf(TypeInfo type, FieldTable fields) {
        return StandardTypeInfoImpl.builder()
            .setApexName(type.getApexName())
            .setBytecodeName(type.getBytecodeName())
            .setNamespace(type.getNamespace())
            .setParents(type.parents())
            .setModifiers(ModifierGroups.GLOBAL_VIRTUAL)
            .setMethods(type.methods())
            .setVirtualMethods(type.virtualMethods())
            .setFields(fields)
            .buildResolved();
    }
}
