import apex.common.base.Result;
import apex.jorje.semantic.symbol.member.variable.FieldInfo;
import apex.jorje.semantic.symbol.member.variable.FieldTable;
import apex.jorje.semantic.symbol.resolver.SymbolResolver;
import apex.jorje.semantic.symbol.type.TypeInfo;
import java.util.Collection;
import java.util.List;

/** Fields that are worked out when the compiler asks for them by name. */
final class ComputedFields implements FieldTable {
    /** Finds a field, or null. */
    interface Finder {
        FieldInfo find(SymbolResolver symbols, TypeInfo referencingType, String name);
    }

    private final Finder finder;

    ComputedFields(Finder finder) {
        this.finder = finder;
    }

    @Override
    public FieldInfo get(SymbolResolver symbols, TypeInfo referencingType, String name, LookupMode mode) {
        return finder.find(symbols, referencingType, name);
    }

    @Override
    public Result<Void> add(FieldInfo field) {
        throw new UnsupportedOperationException("Computed fields cannot be added to: " + field);
    }

    @Override
    public FieldTable resolve() {
        return this;
    }

    @Override
    public boolean isResolved() {
        return true;
    }

    @Override
    public Collection<FieldInfo> all() {
        return List.of();
    }
}
