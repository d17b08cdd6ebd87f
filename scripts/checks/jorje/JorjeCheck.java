import apex.jorje.data.Location;
import apex.jorje.data.Locations;
import apex.jorje.semantic.ast.visitor.AdditionalPassScope;
import apex.jorje.semantic.ast.visitor.AstVisitor;
import apex.jorje.semantic.common.TestAccessEvaluator;
import apex.jorje.semantic.common.TestQueryValidators;
import apex.jorje.semantic.compiler.ApexCompiler;
import apex.jorje.semantic.compiler.CodeUnit;
import apex.jorje.semantic.compiler.CompilationInput;
import apex.jorje.semantic.compiler.CompilerStage;
import apex.jorje.semantic.compiler.Namespaces;
import apex.jorje.semantic.compiler.SourceFile;
import apex.jorje.semantic.compiler.parser.ParserEngine;
import apex.jorje.semantic.compiler.sfdc.NoopCompilerProgressCallback;
import apex.jorje.semantic.symbol.type.SObjectTypeInfo;
import apex.jorje.semantic.symbol.type.TypeInfo;
import apex.jorje.services.Version;
import apex.jorje.services.exception.CompilationException;
import com.google.gson.Gson;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compiles Apex with the front end of Salesforce's own compiler, up to its validation stage, and prints what it finds.
 *
 * Usage: JorjeCheck together|apart STANDARD-TYPES.jar SOBJECT-TYPES.jar DIR...
 * `together` compiles everything as one org; `apart` compiles each file as if it were the only one of its folder's org.
 * Prints a JSON list of {file, line, column, message} on standard output.
 */
public final class JorjeCheck {
    /** API 65.0, as `sourceApiVersion` says: the compiler numbers the releases twice as finely, from 128. */
    private static final Version VERSION = Version.V258;

    private final PlatformStubs stubs;
    private final SObjectTypes objects;
    private final OrgMetadata org;
    private final List<Map<String, Object>> findings = new ArrayList<>();

    private JorjeCheck(String standardTypes, String sobjectTypes, List<Path> folders) throws IOException {
        URL[] jars = {Path.of(standardTypes).toUri().toURL(), Path.of(sobjectTypes).toUri().toURL()};
        ClassLoader loader = new URLClassLoader(jars, null);
        this.org = new OrgMetadata(folders);
        this.stubs = new PlatformStubs(standardTypes, loader);
        this.objects = new SObjectTypes(sobjectTypes, loader, org);
    }

    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.OFF);
        List<Path> folders = Stream.of(arguments).skip(3).map(Path::of).collect(Collectors.toList());
        JorjeCheck check = new JorjeCheck(arguments[1], arguments[2], folders);
        List<Path> files = apexFiles(folders);
        if ("apart".equals(arguments[0])) {
            for (Path file : files) check.compile(List.of(file));
        } else {
            check.compile(files);
        }
        System.out.println(new Gson().toJson(check.findings));
    }

    private static List<Path> apexFiles(List<Path> folders) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> isApex(file.toString())).sorted().forEach(found::add);
            }
        }
        return found;
    }

    private static boolean isApex(String name) {
        return name.endsWith(".cls") || name.endsWith(".trigger");
    }

    private void compile(List<Path> files) throws IOException {
        List<SourceFile> sources = new ArrayList<>();
        for (Path file : files) sources.add(source(file));
        AstVisitor<AdditionalPassScope> noFurtherPass = null;
        ApexCompiler compiler = ApexCompiler.builder()
            .setInput(new CompilationInput(
                sources,
                new PlatformSymbols(stubs, objects, org, VERSION),
                accessOfAnOrg(),
                new TestQueryValidators.Noop(),
                noFurtherPass,
                NoopCompilerProgressCallback.get()
            ))
            .setParserType(ParserEngine.Type.NAMED)
            .setHiddenTokenBehavior(ParserEngine.HiddenTokenBehavior.IGNORE)
            .build();
        try {
            List<CodeUnit> units = compiler.compile(CompilerStage.VALIDATE);
            units.stream().filter(unit -> sources.contains(unit.getSourceFile())).forEach(this::note);
        } catch (RuntimeException | AssertionError broken) {
            String message = "The compiler itself failed: " + broken;
            add(files.size() == 1 ? files.get(0).toString() : "", 0, 0, message);
        }
    }

    /** What a customer's own code may do in an org that has no special permissions. */
    private static TestAccessEvaluator accessOfAnOrg() {
        return new TestAccessEvaluator() {
            @Override
            public boolean isSetupEntityVisibleToType(SObjectTypeInfo entity, TypeInfo referencingType) {
                // Custom settings and metadata types of one's own namespace are always visible.
                return true;
            }
        };
    }

    private static SourceFile source(Path file) throws IOException {
        return SourceFile.builder()
            .setBody(Files.readString(file))
            .setVersion(VERSION)
            .setNamespace(Namespaces.EMPTY)
            .setFileBased(true)
            .setKnownName(file.toString())
            .build();
    }

    private void note(CodeUnit unit) {
        String file = unit.getSourceFile().getKnownName();
        for (CompilationException error : unit.getErrors().get()) {
            Location location = error.getLoc();
            boolean isReal = location != null && Locations.isReal(location);
            add(file, isReal ? location.getLine() : 0, isReal ? location.getColumn() : 0, error.getError());
        }
    }

    private void add(String file, int line, int column, String message) {
        Map<String, Object> finding = new LinkedHashMap<>();
        finding.put("file", file);
        finding.put("line", line);
        finding.put("column", column);
        finding.put("message", message);
        findings.add(finding);
    }
}
