package eifexplorer.app;

import static java.util.Objects.requireNonNull;

import eifexplorer.problem.RegularFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The archive of prepared classes that makes a start fast. An installer makes it; a program that was only unpacked, or moved,
 * makes it for itself, by another process of the lowest priority. The virtual machine writes the archive's head last and
 * passes over one without.
 *
 * @param classPath that of this program, whose first file is in the folder of the archive
 * @param javaHome the runtime
 * @param machine what the virtual machine says of itself, {@code sharing} if it uses an archive
 */
record PreparedClasses(String classPath, Path javaHome, String machine) {
  private static final Logger LOG = LoggerFactory.getLogger(PreparedClasses.class);

  /** For what the last archive was made: one that is not used all the same is not made at each start. */
  private static final String MADE_FOR = "classes.made-for";

  /** Of this program; empty if it runs from a build. */
  static Optional<PreparedClasses> here() {
    return System.getProperty("eifexplorer.installed") == null
        ? Optional.empty()
        : Optional.of(
            new PreparedClasses(
                System.getProperty("java.class.path"),
                Path.of(System.getProperty("java.home")),
                System.getProperty("java.vm.info", "")));
  }

  /** Begins to make the archive if there is none for the program where it is; does not wait for it. */
  void prepare() {
    try {
      Optional<List<String>> command = due();
      if (command.isPresent()) {
        new ProcessBuilder(command.get())
            .directory(folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .getOutputStream()
            .close();
        LOG.info("Prepares classes for the next start");
      }
    } catch (IOException e) {
      LOG.info("Classes can't be prepared: {}", e.getMessage());
    }
  }

  /** What makes the archive, noted as begun; empty if there is nothing to do, or no way to. */
  Optional<List<String>> due() throws IOException {
    Path list = folder().resolve("classes.lst");
    Optional<Path> java =
        Stream.of("java", "java.exe")
            .map(javaHome.resolve("bin")::resolve)
            .filter(Files::isExecutable)
            .findFirst();
    if (machine.contains("sharing")
        || java.isEmpty()
        || !Files.exists(list)
        || !Files.isWritable(folder())) {
      return Optional.empty();
    }
    Path note = folder().resolve(MADE_FOR);
    String now = Files.getLastModifiedTime(jar()) + " " + classPath;
    boolean made = Files.exists(archive()) && Files.exists(note);
    if (made && RegularFile.text(note).equals(now)) {
      return Optional.empty();
    }
    Files.writeString(note, now);
    return Optional.of(command(java.get(), list));
  }

  private List<String> command(Path java, Path list) {
    List<String> command = new ArrayList<>();
    if (File.separatorChar == '/') {
      command.addAll(List.of("nice", "-n", "19"));
    }
    command.addAll(
        List.of(
            java.toString(),
            "-Xshare:dump",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=" + archive(),
            "-cp",
            classPath));
    return command;
  }

  private Path archive() {
    return folder().resolve("classes.jsa");
  }

  private Path jar() {
    return Path.of(classPath.split(File.pathSeparator, 2)[0]).toAbsolutePath();
  }

  private Path folder() {
    return requireNonNull(jar().getParent());
  }
}
