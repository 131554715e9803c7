package eifexplorer.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/**
 * Cuts a Java runtime down to the modules that the program and its libraries use: {@code jdeps} finds them, {@code jlink} links
 * them, and the runtime's own classes are prepared for fast starts ({@code -Xshare:dump}).
 */
public final class RuntimeImage {
  /** Found by name only, so that no class names them: elliptic curves, the zip file system, German number formats, accessibility. */
  private static final List<String> BY_NAME =
      List.of("jdk.crypto.ec", "jdk.zipfs", "jdk.localedata", "jdk.accessibility", "java.naming");

  private RuntimeImage() {}

  /**
   * Entry point.
   *
   * @param arguments the folder {@code target}: its jar and {@code lib} are read, {@code package/runtime} is made anew in it
   * @throws IOException if a jar can't be read or nothing can be written
   * @throws InterruptedException if it is stopped while it waits for the new runtime
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path target = Path.of(arguments[0]);
    Path runtime = target.resolve("package").resolve("runtime");
    delete(runtime);
    Set<String> modules = modules(target);
    System.out.println("Modules of the runtime: " + String.join(",", modules));
    link(modules, runtime);
    prepareClasses(runtime);
  }

  private static Set<String> modules(Path target) throws IOException {
    Path classes = target.resolve("package").resolve("classes");
    delete(classes);
    try (Stream<Path> libraries = Files.list(target.resolve("lib"))) {
      for (Path jar : libraries.sorted().toList()) {
        unpackClasses(jar, classes);
      }
    }
    unpackClasses(target.resolve("eif-explorer.jar"), classes);
    String found =
        run("jdeps", "-q", "--print-module-deps", "--ignore-missing-deps", "--multi-release", "17", classes.toString());
    delete(classes);
    Set<String> modules = new TreeSet<>(BY_NAME);
    modules.addAll(List.of(found.strip().split(",")));
    return modules;
  }

  /** Classes without module declarations, which would ask for modules that the program has as plain jars. */
  private static void unpackClasses(Path jar, Path into) throws IOException {
    try (JarFile file = new JarFile(jar.toFile())) {
      for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
        JarEntry entry = entries.nextElement();
        String name = entry.getName();
        if (name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/")) {
          Path written = into.resolve(name);
          Files.createDirectories(written.getParent());
          try (InputStream content = file.getInputStream(entry)) {
            Files.write(written, content.readAllBytes());
          }
        }
      }
    }
  }

  /** Not compressed: an installer is, and a program starts faster from what is not. */
  private static void link(Set<String> modules, Path runtime) {
    run(
        "jlink",
        "--add-modules",
        String.join(",", modules),
        "--output",
        runtime.toString(),
        "--include-locales=en,de",
        "--strip-java-debug-attributes",
        "--no-man-pages",
        "--no-header-files");
  }

  private static void prepareClasses(Path runtime) throws IOException, InterruptedException {
    Path java = runtime.resolve("bin").resolve("java");
    Process dump =
        new ProcessBuilder(java.toString(), "-Xshare:dump")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (dump.waitFor() != 0) {
      throw new IllegalStateException("The runtime's classes could not be prepared");
    }
  }

  private static String run(String tool, String... arguments) {
    StringWriter out = new StringWriter();
    PrintWriter printed = new PrintWriter(out);
    ToolProvider found =
        ToolProvider.findFirst(tool).orElseThrow(() -> new IllegalStateException("This is no JDK: it has no " + tool));
    int code = found.run(printed, printed, arguments);
    if (code != 0) {
      throw new IllegalStateException(tool + " failed: " + out);
    }
    return out.toString();
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(path);
        }
      }
    }
  }
}
