import apex.common.base.Result;
import apex.jorje.semantic.ast.modifier.ModifierGroup;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.symbol.member.variable.DynamicFieldInfoFactory;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.InternalTypeInfos;
import apex.jorje.semantic.symbol.type.TypeInfo;
import java.util.Collection;
import java.util.Locale;

/**
 * The fields of an object: values when asked of a record, and tokens when asked of the object (`Lead.Email`,
 * `Lead.SObjectType`, `Schema.Lead.fields`).
 */
final class SObjectFields implements FieldTable {
    private final TypeInfo owner;
    private final StandardFieldTable values;

    SObjectFields(TypeInfo owner, StandardFieldTable values) {
        this.owner = owner;
        this.values = values;
    }

    @Override
    public FieldInfo get(SymbolResolver symbols, TypeInfo referencingType, String name, LookupMode mode) {
        FieldInfo token = mode.areStaticsFirst() ? token(symbols, referencingType, name) : null;
        return token != null ? token : values.get(symbols, referencingType, name, mode);
    }

    private FieldInfo token(SymbolResolver symbols, TypeInfo referencingType, String name) {
        String object = owner.getApexName();
        if (name.toLowerCase(Locale.ROOT).equals("sobjecttype")) {
            TypeInfo type = symbols.lookupTypeInfo(referencingType, InternalTypeInfos.SCHEMA_SOBJECT_TYPE);
            return DynamicFieldInfoFactory.createSObjectTypeDescribe(owner, type, name, object);
        }
        FieldInfo value = values.get(symbols, referencingType, name, LookupMode.INSTANCE_VARIABLE);
        boolean isToken = value instanceof SObjectFieldInfo
            && ((SObjectFieldInfo) value).getCategory() == SObjectFieldInfo.Category.REGULAR;
        if (!isToken) return null;
        TypeInfo type = symbols.lookupTypeInfo(referencingType, InternalTypeInfos.SCHEMA_SOBJECT_FIELD);
        ModifierGroup modifiers = ModifierGroups.GLOBAL_STATIC;
        return DynamicFieldInfoFactory.createSObjectFieldDescribe(owner, type, modifiers, name, object, name, "");
    }

    @Override
    public Result<Void> add(FieldInfo field) {
        return values.add(field);
    }

    @Override
    public FieldTable resolve() {
        values.resolve();
        return this;
    }

    @Override
    public boolean isResolved() {
        return values.isResolved();
    }

    @Override
    public Collection<FieldInfo> all() {
        return values.all();
    }
}
