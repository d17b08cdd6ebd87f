import apex.common.base.Initializers;
import apex.jorje.semantic.bcl.DmlOperation;
import apex.jorje.semantic.ast.modifier.ModifierGroups;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.member.variable.SObjectFieldInfo;
import apex.jorje.semantic.symbol.member.variable.StandardFieldTable;
import apex.jorje.semantic.symbol.type.GenericTypeInfoFactory;
import apex.jorje.semantic.symbol.type.SObjectMetadata;
import apex.jorje.semantic.symbol.type.SObjectMetadata.CustomEntitySObjectType;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfos;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The objects that the compiler knows: the standard ones from apex-ls's sobject-types library, and those of the folder
 * under judgement with their custom fields.
 */
final class SObjectTypes {
    private static final String PACKAGE = "com.nawforce.runforce.SObjects.";
    private static final List<String> SHARE_IDS = List.of("ParentId", "UserOrGroupId", "LastModifiedById");
    private static final List<String> SHARE_TEXTS = List.of("AccessLevel", "RowCause");
    private static final List<String> METADATA_TEXTS =
        List.of("DeveloperName", "MasterLabel", "Language", "Label", "NamespacePrefix", "QualifiedApiName");
    private static final List<String> RECORD_TIMES =
        List.of("CreatedDate", "LastModifiedDate", "SystemModstamp", "LastViewedDate", "LastReferencedDate");
    private static final Set<String> COMPOUND = Set.of("Address", "Location");
    private static final Map<String, TypeInfo> SCALARS = Map.ofEntries(
        Map.entry("String", TypeInfos.STRING), Map.entry("Integer", TypeInfos.INTEGER), Map.entry("Long", TypeInfos.LONG),
        Map.entry("Double", TypeInfos.DOUBLE), Map.entry("Decimal", TypeInfos.DECIMAL), Map.entry("Boolean", TypeInfos.BOOLEAN),
        Map.entry("Id", TypeInfos.ID), Map.entry("Blob", TypeInfos.BLOB), Map.entry("Date", TypeInfos.DATE),
        Map.entry("Datetime", TypeInfos.DATE_TIME), Map.entry("Time", TypeInfos.TIME)
    );

    private final ClassLoader loader;
    private final OrgMetadata org;
    private final Map<String, String> standard = new HashMap<>();
    private final Map<String, SObjectTypeInfo> built = new HashMap<>();

    SObjectTypes(String jar, ClassLoader loader, OrgMetadata org) throws java.io.IOException {
        this.loader = loader;
        this.org = org;
        String prefix = PACKAGE.replace('.', '/');
        try (JarFile file = new JarFile(jar)) {
            for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
                String name = entries.nextElement().getName();
                if (!name.startsWith(prefix) || !name.endsWith(".class") || name.contains("$")) continue;
                String simple = name.substring(prefix.length(), name.length() - ".class".length());
                if (!simple.contains("/")) standard.put(simple.toLowerCase(Locale.ROOT), simple);
            }
        }
    }

    /** @return the object's type, or null when neither the platform nor the folder has it */
    SObjectTypeInfo get(String anyCaseName) {
        String key = anyCaseName.toLowerCase(Locale.ROOT);
        if (!built.containsKey(key)) built.put(key, build(key));
        return built.get(key);
    }

    private SObjectTypeInfo build(String key) {
        String name = standard.get(key);
        OrgMetadata.CustomObject custom = key.endsWith("__share") ? shareOf(key) : org.object(key);
        if (name == null && custom == null) return null;
        String apexName = name != null ? name : custom.name;
        return (SObjectTypeInfo) SObjectTypeInfo.builder()
            .setApexBytecodeName(apexName)
            .setMetadata(metadata(apexName, custom))
            .setFields(Initializers.memoize((TypeInfo type) -> fields(type, name, custom)))
            .buildResolved();
    }

    /** The sharing table of a custom object, which exists without being declared. */
    private OrgMetadata.CustomObject shareOf(String key) {
        OrgMetadata.CustomObject shared = org.object(key.substring(0, key.length() - "share".length()) + "c");
        if (shared == null) return null;
        OrgMetadata.CustomObject share = new OrgMetadata.CustomObject();
        share.name = shared.name.substring(0, shared.name.length() - 1) + "Share";
        share.sharedObject = shared.name;
        return share;
    }

    private SObjectMetadata metadata(String name, OrgMetadata.CustomObject custom) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean isEvent = lower.endsWith("__e") || lower.endsWith("event") && !lower.equals("event");
        SObjectMetadata.Builder builder = SObjectMetadata.builder()
            .setTriggerable(!lower.endsWith("__mdt"))
            .setPlatformEvent(isEvent)
            .setLookupFieldPredicate((field, type) -> true);
        if (lower.endsWith("__mdt")) {
            builder.setCustomEntitySObjectType(CustomEntitySObjectType.CUSTOM_METADATA_TYPE).setSupportedDml(Set.of());
        } else if (custom != null && "Hierarchy".equals(custom.settingKind)) {
            builder.setCustomEntitySObjectType(CustomEntitySObjectType.HIERARCHY_CUSTOM_SETTING).setTriggerable(false);
        } else if (custom != null && "List".equals(custom.settingKind)) {
            builder.setCustomEntitySObjectType(CustomEntitySObjectType.LIST_CUSTOM_SETTING).setTriggerable(false);
        } else {
            builder.setSupportedDml(DmlOperation.ALL);
        }
        return builder.build();
    }

    private FieldTable fields(TypeInfo type, String standardName, OrgMetadata.CustomObject custom) {
        Map<String, SObjectFieldInfo> fields = new LinkedHashMap<>();
        if (standardName != null) addStandardFields(type, standardName, fields);
        if (standardName == null) addSystemFields(type, custom.name, fields);
        if (custom != null && custom.sharedObject != null) addReference(type, "Parent", custom.sharedObject, fields);
        if (custom != null) custom.fields.forEach(field -> addCustomField(type, field, fields));
        org.childrenOf(type.getApexName()).forEach((relationship, child) -> addChildren(type, relationship, child, fields));
        StandardFieldTable table = new StandardFieldTable();
        fields.values().forEach(field -> table.add(field).throwIfError());
        return new SObjectFields(type, table).resolve();
    }

    private void addStandardFields(TypeInfo type, String name, Map<String, SObjectFieldInfo> fields) {
        Class<?> source;
        try {
            source = Class.forName(PACKAGE + name, false, loader);
        } catch (ClassNotFoundException | LinkageError unreadable) {
            return;
        }
        for (Field field : source.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) || !Modifier.isPublic(field.getModifiers())) continue;
            Class<?> valueType = field.getType();
            if (valueType.isArray()) {
                if (valueType.getComponentType().getName().startsWith(PACKAGE)) {
                    addChildren(type, field.getName(), valueType.getComponentType().getSimpleName(), fields);
                }
            } else if (COMPOUND.contains(valueType.getSimpleName())) {
                add(type, field.getName(), TypeInfos.OBJECT, fields);
            } else if (valueType.getName().startsWith(PACKAGE)) {
                addReference(type, field.getName(), valueType.getSimpleName(), fields);
            } else {
                add(type, field.getName(), SCALARS.getOrDefault(valueType.getSimpleName(), TypeInfos.STRING), fields);
            }
        }
    }

    /** The fields that every custom object, event, setting and metadata type has without declaring them. */
    private void addSystemFields(TypeInfo type, String name, Map<String, SObjectFieldInfo> fields) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith("__e")) {
            add(type, "ReplayId", TypeInfos.STRING, fields);
            add(type, "EventUuid", TypeInfos.STRING, fields);
            add(type, "CreatedDate", TypeInfos.DATE_TIME, fields);
            addReference(type, "CreatedBy", "User", fields);
            add(type, "CreatedById", TypeInfos.ID, fields);
            return;
        }
        add(type, "Id", TypeInfos.ID, fields);
        if (lower.endsWith("__share")) {
            SHARE_IDS.forEach(id -> add(type, id, TypeInfos.ID, fields));
            SHARE_TEXTS.forEach(text -> add(type, text, TypeInfos.STRING, fields));
            addReference(type, "UserOrGroup", "Name", fields);
            return;
        }
        if (lower.endsWith("__mdt")) {
            METADATA_TEXTS.forEach(text -> add(type, text, TypeInfos.STRING, fields));
            return;
        }
        add(type, "Name", TypeInfos.STRING, fields);
        add(type, "IsDeleted", TypeInfos.BOOLEAN, fields);
        RECORD_TIMES.forEach(time -> add(type, time, TypeInfos.DATE_TIME, fields));
        for (String user : new String[] {"CreatedBy", "LastModifiedBy", "Owner"}) {
            add(type, user + "Id", TypeInfos.ID, fields);
            addReference(type, user, "Owner".equals(user) ? "Name" : "User", fields);
        }
        add(type, "SetupOwnerId", TypeInfos.ID, fields);
        addReference(type, "SetupOwner", "Name", fields);
        add(type, "RecordTypeId", TypeInfos.ID, fields);
    }

    private void addCustomField(TypeInfo type, OrgMetadata.CustomField field, Map<String, SObjectFieldInfo> fields) {
        add(type, field.name, field.type(), fields);
        if (field.referenceTo == null) return;
        String relationship = field.name.substring(0, field.name.length() - 1) + "r";
        addReference(type, relationship, field.referenceTo, fields);
    }

    private void addReference(TypeInfo type, String name, String target, Map<String, SObjectFieldInfo> fields) {
        TypeInfo targetType = get(target);
        if (targetType == null) targetType = TypeInfos.SOBJECT;
        fields.put(name.toLowerCase(Locale.ROOT), field(type, name, targetType, SObjectFieldInfo.Category.FOREIGN_KEY));
    }

    private void addChildren(TypeInfo type, String name, String child, Map<String, SObjectFieldInfo> fields) {
        TypeInfo childType = get(child);
        if (childType == null) return;
        TypeInfo list = GenericTypeInfoFactory.createList(childType);
        fields.put(name.toLowerCase(Locale.ROOT), field(type, name, list, SObjectFieldInfo.Category.AGGREGATE));
    }

    private void add(TypeInfo type, String name, TypeInfo valueType, Map<String, SObjectFieldInfo> fields) {
        fields.put(name.toLowerCase(Locale.ROOT), field(type, name, valueType, SObjectFieldInfo.Category.REGULAR));
    }

    private static SObjectFieldInfo field(TypeInfo owner, String name, TypeInfo type, SObjectFieldInfo.Category category) {
        SObjectFieldInfo.Builder builder = SObjectFieldInfo.builder();
        builder.setName(name);
        builder.setDefiningType(owner);
        builder.setType(type);
        builder.setModifiers(ModifierGroups.ONLY_GLOBAL);
        builder.setNamespace(Namespaces.EMPTY);
        builder.setCategory(category);
        builder.setPrimaryKey("Id".equals(name));
        builder.setColumnInfo(category == SObjectFieldInfo.Category.REGULAR);
        return builder.build();
    }
}
