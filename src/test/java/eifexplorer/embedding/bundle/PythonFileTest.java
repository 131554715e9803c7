package eifexplorer.embedding.bundle;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import eifexplorer.array.Npz;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code assets/python/eif_explorer.py}, where there is a Python with numpy. */
class PythonFileTest {
  private static final String SCRIPT =
      """
      import sys
      try:
          import numpy as np
      except ImportError:
          sys.exit(77)
      from eif_explorer import write_bundle, read_influence, read_decisions
      write_bundle("birds.npz", train=([[1, 2], [3, 4], [5, 6]], ["wren", "owl", "owl"], ["a.jpg", "ö.jpg", "c.jpg"]),
                   test=(np.array([[7., 8.]]), np.array(["tit"])), head=[[1, 0], [0, 1], [1, 1]],
                   proxies=np.ones((2, 3)), true_labels=["owl", "owl", "owl"])
      try:
          write_bundle("bad.npz", train=([[1, 2]], [0, 1]))
      except ValueError as refused:
          print(refused)
      scores = read_influence("scores.npz")
      print(scores.influence.tolist(), scores.pairs.tolist())
      print({path: (entry["kind"], entry["after"]) for path, entry in read_decisions("journal.jsonl").items()})
      """;

  @TempDir Path folder;

  @Test
  void whatPythonWritesIsReadAndWhatWeWriteIsReadByPython() throws Exception {
    writeInputs();
    assertEquals(
        List.of(
            "features (1, 2) and labels (2,) are not [N,F] and [N]",
            "[[0.5, -1.0]] [[3, 4]]",
            "{'a.jpg': ('label', 'owl'), 'c.jpg': ('exclude', '')}"),
        run());
    DividedBundle divided = DividedBundle.of(BundleReader.read(folder.resolve("birds.npz")), "");
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, divided.train().features().toArray());
    assertEquals(List.of("a.jpg", "ö.jpg", "c.jpg"), divided.train().paths());
    assertEquals(List.of("owl", "wren", "tit"), divided.classNames());
    assertEquals(3, divided.given().head().orElseThrow().embeddingSize());
    assertEquals(2, divided.given().proxies().orElseThrow().classCount());
    assertEquals(0, divided.train().truths().get(0).orElseThrow());
  }

  private void writeInputs() throws IOException {
    Files.copy(Path.of("assets/python/eif_explorer.py"), folder.resolve("eif_explorer.py"));
    Files.writeString(folder.resolve("script.py"), SCRIPT);
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(folder.resolve("scores.npz")))) {
      writer.put("influence", new double[] {.5, -1}, 1, 2).put("pairs", new long[] {3, 4}, 1, 2);
    }
    StringBuilder journal = new StringBuilder();
    for (String[] line :
        new String[][] {
          {"label", "a.jpg", "wren"},
          {"keep", "b.jpg", "owl"},
          {"undo", "b.jpg", ""},
          {"label", "a.jpg", "owl"},
          {"exclude", "c.jpg", ""}
        }) {
      journal.append(
          "{\"time\":\"2026-01-0%d\",\"kind\":\"%s\",\"annotator\":\"ann\",\"sample\":\"%s\",\"after\":\"%s\"}\n"
              .formatted(1 + journal.length() / 100, line[0], line[1], line[2]));
    }
    Files.writeString(folder.resolve("journal.jsonl"), journal + "{\"cut");
  }

  private List<String> run() throws Exception {
    for (String python : List.of("python3", "/usr/bin/python3")) {
      Path out = folder.resolve("out.txt");
      try {
        Process process =
            new ProcessBuilder(python, "-X", "utf8", "script.py")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        } else if (process.exitValue() != 77) {
          return Files.readAllLines(out, StandardCharsets.UTF_8);
        }
      } catch (IOException e) {
        // There is no such Python: the next one is tried.
      }
    }
    assumeTrue(false, "There is no python3 with numpy here: its file is not tested");
    return List.of();
  }
}
