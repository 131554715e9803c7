package eifexplorer.packaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the finished application image as a user would, with the runtime that it brings along. */
class PackagedProgramIT {
  private static final Path IMAGE = Path.of("target", "package", "image");

  @TempDir Path home;

  private record Outcome(int code, String output) {}

  @Test
  void saysItsVersion() throws Exception {
    Outcome outcome = run("--version");

    assertEquals(0, outcome.code(), outcome.output());
    assertTrue(outcome.output().matches("(?s).*EIF Explorer \\d+\\.\\d+\\.\\d+\\S*\\s*"), outcome.output());
  }

  @Test
  void findsItsTensorRuntime() throws Exception {
    Outcome outcome = run("doctor");

    assertEquals(0, outcome.code(), outcome.output());
    assertTrue(outcome.output().contains("PyTorch"), outcome.output());
  }

  @Test
  void makesTheDemoAndExplainsItsClosestPair() throws Exception {
    Outcome outcome = run("demo");

    assertEquals(0, outcome.code(), outcome.output());
    assertTrue(outcome.output().contains("harmful"), outcome.output());
  }

  @Test
  void opensItsWindow() throws Exception {
    boolean linux = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux");
    assumeTrue(!linux || System.getenv("DISPLAY") != null || onPath("xvfb-run"), "no display and no xvfb-run here");

    Outcome outcome = run("benchmark", "gallery", "--images", "400", "--pairs", "40", "--json");

    assertEquals(0, outcome.code(), outcome.output());
    assertTrue(outcome.output().contains("open_ms"), outcome.output());
  }

  @Test
  void namesTheLicenceOfEveryLibrary() throws IOException {
    String notices = Files.readString(content().resolve("legal").resolve("THIRD-PARTY.txt"));
    List<String> unnamed = new ArrayList<>();
    try (Stream<Path> jars = Files.list(content().resolve("lib"))) {
      for (Path jar : jars.toList()) {
        String artifact = jar.getFileName().toString().replaceFirst("-\\d.*", "");
        if (!notices.contains(":" + artifact + ":")) {
          unnamed.add(artifact);
        }
      }
    }

    assertEquals(List.of(), unnamed);
  }

  @Test
  void holdsTheTextOfTheLicencesThatLibrariesLeaveOut() {
    for (String text : List.of("LICENSE", "LGPL-2.1.txt", "MIT-BSD.txt", "NOTICE.txt")) {
      assertTrue(Files.exists(content().resolve("legal").resolve(text)), text);
    }
  }

  private Outcome run(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    if (List.of(arguments).contains("gallery") && System.getenv("DISPLAY") == null && onPath("xvfb-run")) {
      command.addAll(List.of("xvfb-run", "-a"));
    }
    command.add(launcher().toString());
    command.addAll(List.of(arguments));
    Path printed = home.resolve("printed");
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.home=" + home);
    builder.environment().putIfAbsent("DJL_CACHE_DIR", Path.of(System.getProperty("user.home"), ".djl.ai").toString());
    Process process = builder.start();
    assertTrue(process.waitFor(3, TimeUnit.MINUTES), () -> "still running: " + command);
    return new Outcome(process.exitValue(), Files.readString(printed));
  }

  private static Path launcher() {
    Path mac = IMAGE.resolve("EIFExplorer.app/Contents/MacOS/eif-explorer");
    Path windows = IMAGE.resolve("EIFExplorer/eif-explorer.exe");
    Path linux = IMAGE.resolve("EIFExplorer/bin/eif-explorer");
    return Stream.of(mac, windows, linux).filter(Files::exists).findFirst().orElseThrow().toAbsolutePath();
  }

  private static Path content() {
    Path mac = IMAGE.resolve("EIFExplorer.app/Contents/app");
    Path windows = IMAGE.resolve("EIFExplorer/app");
    Path linux = IMAGE.resolve("EIFExplorer/lib/app");
    return Stream.of(mac, windows, linux).filter(Files::exists).findFirst().orElseThrow();
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
