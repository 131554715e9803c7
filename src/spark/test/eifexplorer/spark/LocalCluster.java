package eifexplorer.spark;

import eifexplorer.app.Composition;
import eifexplorer.engine.Engine;
import eifexplorer.influence.PairSurvey;
import eifexplorer.job.JobContext;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.workspace.FolderTrees;
import eifexplorer.workspace.UserFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Submits {@code target/eif-explorer-spark.jar} to a local cluster of two executors, each a process with one core. */
final class LocalCluster {
  private static final Path SPARK = Path.of("target", "spark").toAbsolutePath();
  private static final Path JAR = Path.of("target", "eif-explorer-spark.jar").toAbsolutePath();
  private static final long LONGEST_MINUTES = 8;

  private static final List<String> OPENED =
      List.of(
          "java.lang",
          "java.lang.invoke",
          "java.lang.reflect",
          "java.io",
          "java.net",
          "java.nio",
          "java.util",
          "java.util.concurrent",
          "java.util.concurrent.atomic",
          "sun.nio.ch",
          "sun.nio.cs",
          "sun.security.action",
          "sun.util.calendar");

  private final Path folder;

  /** One that keeps its own files below a folder. */
  LocalCluster(Path folder) {
    this.folder = folder;
  }

  /** How a submission ended. */
  record Ended(int code, String out, String err) {
    /** The last line that the program itself wrote. */
    String lastSentence() {
      return err.lines().reduce("", (a, b) -> b);
    }
  }

  /** A submission under way. */
  final class Submitted {
    private final Process process;
    private final Path out;
    private final Path err;

    Submitted(Process process, Path out, Path err) {
      this.process = process;
      this.out = out;
      this.err = err;
    }

    boolean runs() {
      return process.isAlive();
    }

    /** Process numbers of the executors. */
    List<Long> executors() {
      return process
          .descendants()
          .filter(p -> commandLine(p).contains("CoarseGrainedExecutorBackend"))
          .filter(p -> p.children().findAny().isEmpty())
          .map(ProcessHandle::pid)
          .toList();
    }

    private String commandLine(ProcessHandle of) {
      try {
        return Files.readString(
            Path.of("/proc/" + of.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
      } catch (IOException e) {
        return "";
      }
    }

    /** Waits until a survey of a workspace has written so many parts. */
    void awaitParts(Path workspace, int count) throws Exception {
      while (parts(workspace).size() < count) {
        if (!runs()) {
          throw new AssertionError("It ended before: " + Files.readString(err));
        }
        Thread.sleep(50);
      }
    }

    /** Kills the driver and all that it started, at once and without a word. */
    void kill() throws Exception {
      List<ProcessHandle> started = process.descendants().toList();
      process.destroyForcibly().waitFor();
      for (ProcessHandle child : started) {
        child.destroyForcibly();
        child.onExit().get(1, TimeUnit.MINUTES);
      }
    }

    Ended await() throws Exception {
      if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new AssertionError("The cluster does not end: " + Files.readString(err));
      }
      return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
    }
  }

  /** The file of a workspace's training features. */
  static Path trainFeatures(Path workspace) throws IOException {
    try (Stream<Path> all =
        Files.find(workspace.resolve("features"), 3, (file, kind) -> file.endsWith("train.npy"))) {
      return all.findFirst().orElseThrow();
    }
  }

  /** Part files of a survey under way in a workspace. */
  static List<Path> parts(Path workspace) throws IOException {
    Path results = workspace.resolve("results");
    if (!Files.exists(results)) {
      return List.of();
    }
    try (Stream<Path> all = Files.find(results, 3, (file, kind) -> kind.isRegularFile())) {
      return all.filter(file -> file.getFileName().toString().matches("survey-.*\\.npz"))
          .sorted()
          .toList();
    } catch (UncheckedIOException e) {
      return List.of(); // one was deleted meanwhile
    }
  }

  /** Names of the parts that executors wrote since the last call, as often as they did. */
  static List<String> written() throws IOException {
    Path work = SPARK.resolve("work");
    List<String> names = new ArrayList<>();
    if (!Files.exists(work)) {
      return names;
    }
    try (Stream<Path> logs = Files.find(work, 3, (file, kind) -> file.endsWith("stderr"))) {
      for (Path log : logs.toList()) {
        Files.readAllLines(log, StandardCharsets.ISO_8859_1).stream()
            .filter(line -> line.contains("Wrote part survey-"))
            .forEach(line -> names.add(line.substring(line.indexOf("survey-"))));
      }
    }
    FolderTrees.delete(work);
    return names;
  }

  /** Submits a step and waits for its end. */
  Ended run(String... arguments) throws Exception {
    return submit(Map.of(), arguments).await();
  }

  /** Submits a step with settings of Spark. */
  Submitted submit(Map<String, String> settings, String... arguments) throws IOException {
    Files.createDirectories(folder);
    Path out = Files.createTempFile(folder, "out", ".txt");
    Path err = Files.createTempFile(folder, "err", ".txt");
    ProcessBuilder builder = new ProcessBuilder(command(settings, arguments));
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("SPARK_HOME", SPARK.toString());
    builder.environment().put("SPARK_SCALA_VERSION", "2.13");
    builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
    builder.environment().put("XDG_DATA_HOME", folder.resolve("data").toString());
    return new Submitted(builder.start(), out, err);
  }

  private List<String> command(Map<String, String> settings, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    OPENED.forEach(name -> command.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
    command.addAll(List.of("-Xmx1g", "-cp", SPARK.resolve("jars") + "/*"));
    command.add("org.apache.spark.deploy.SparkSubmit");
    command.addAll(List.of("--master", "local-cluster[2,1,1024]"));
    command.addAll(List.of("--conf", "spark.ui.enabled=false"));
    settings.forEach((name, value) -> command.addAll(List.of("--conf", name + "=" + value)));
    command.addAll(List.of("--class", "eifexplorer.spark.ClusterMain", JAR.toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  /** The program as it is on a desktop, of the same version as the jar. */
  Explorer desktop() {
    return desktop(MeanColourEngine::new);
  }

  /** The same with another engine. */
  Explorer desktop(Supplier<Engine> engine) {
    Path home = folder.resolve("home");
    return Composition.explorer(
        engine, new UserFolders(home, home), System.getProperty("program.version"));
  }

  /** A workspace with the demo, without any result. */
  Path demo(String name) {
    try (Explorer desktop = desktop();
        ExplorerSession session = desktop.sessions().openDemo(JobContext.unattended())) {
      Path copy = folder.resolve(name);
      copy(session.workspace().orElseThrow().folder(), copy);
      return copy;
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> all = Files.walk(from)) {
      for (Path path : all.toList()) {
        Path relative = from.relativize(path);
        if (!relative.startsWith("results")) {
          Files.createDirectories(to.resolve(relative).getParent());
          Files.copy(path, to.resolve(relative));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The desktop's survey of all pairs of a workspace; blocks that are kept in it are read. */
  static PairSurvey survey(Explorer desktop, Path workspace) {
    JobContext quiet = JobContext.unattended();
    try (ExplorerSession session = desktop.sessions().openWorkspace(workspace, quiet)) {
      return desktop
          .explanations()
          .survey(
              session, desktop.explanations().estimator(session, "eif", Map.of()), Map.of(), quiet);
    }
  }
}
