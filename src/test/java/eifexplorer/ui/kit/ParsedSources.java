package eifexplorer.ui.kit;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Java sources as javac reads them. */
final class ParsedSources {
  private ParsedSources() {}

  /** Shows each source below a folder that is wanted. */
  static void below(Path folder, Predicate<Path> wanted, Consumer<CompilationUnitTree> reader)
      throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
        Stream<Path> sources = Files.walk(folder)) {
      List<Path> java =
          sources.filter(file -> file.toString().endsWith(".java")).filter(wanted).toList();
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  trouble -> {},
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(java));
      task.parse().forEach(reader);
    }
  }
}
