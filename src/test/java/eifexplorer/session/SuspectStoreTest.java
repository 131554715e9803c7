package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.project.Explorer;
import eifexplorer.review.suspect.SuspectScores;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuspectStoreTest {
  @TempDir private Path folder;
  private Workspace workspace;
  private ExplorerSession session;
  private final AtomicInteger computed = new AtomicInteger();

  @BeforeEach
  void open() {
    SmallWorkspace small = new SmallWorkspace(folder);
    small.add(1);
    workspace = Workspace.open(small.workspace());
    try (Explorer explorer = small.explorer()) {
      session = explorer.sessions().openWorkspace(small.workspace(), JobContext.unattended());
    }
  }

  private SuspectStore store(String version) {
    return new SuspectStore(workspace, session, new JavaMatrixMath(), version);
  }

  private SuspectScores compute() {
    double[] values = new double[session.bundle().trainLabels().length];
    values[3] = 1.5;
    values[4] = Double.NaN;
    computed.incrementAndGet();
    return new SuspectScores(values, values);
  }

  @Test
  void scoresAreComputedOnceForADetectorAndAVersion() {
    assertEquals(Optional.empty(), store("1").find("noise-model"));
    SuspectScores made = store("1").findOrCompute("noise-model", this::compute);
    SuspectScores found = store("1").findOrCompute("noise-model", this::compute);

    assertArrayEquals(made.values(), found.values());
    assertArrayEquals(made.suspicions(), found.suspicions());
    assertEquals(1, computed.get());
    assertEquals(Optional.empty(), store("1").find("whitened"));
    assertEquals(Optional.empty(), store("2").find("noise-model"));
  }

  @Test
  void damagedScoresAreComputedAgain() throws IOException {
    store("1").findOrCompute("noise-model", this::compute);
    try (Stream<Path> files = Files.walk(workspace.results())) {
      for (Path file : files.filter(f -> f.endsWith("suspects.npz")).toList()) {
        Files.writeString(file, "torn");
      }
    }
    store("1").findOrCompute("noise-model", this::compute);
    assertEquals(2, computed.get());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void scoresThatTellNothingAreComputedAgain(double value) {
    store("1")
        .findOrCompute(
            "noise-model",
            () -> {
              double[] values = new double[session.bundle().trainLabels().length];
              Arrays.fill(values, value);
              return new SuspectScores(values, values);
            });
    assertEquals(Optional.empty(), store("1").find("noise-model"));
  }
}
