package eifexplorer.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.array.Npz;
import eifexplorer.job.JobContext;
import eifexplorer.model.BundleImport;
import eifexplorer.model.BundleOptions;
import eifexplorer.model.BundleOptions.HeadForm;
import eifexplorer.problem.ProblemException;
import eifexplorer.session.ExplorerSession;
import eifexplorer.workspace.DatasetPlace;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle of features, labels and paths, made a workspace. */
class BundleWorkspaceTest {
  private static final int SAMPLES = 48;
  private static final int SIZE = 3;
  private static final JobContext QUIET = JobContext.unattended();

  @TempDir Path folder;
  private Explorer explorer;
  private Path bundle;
  private Path workspace;

  @BeforeEach
  void write() throws IOException {
    bundle = folder.resolve("birds.npz");
    workspace = folder.resolve("ws");
    Random random = new Random(1);
    float[] features = new float[SAMPLES * SIZE];
    List<String> labels = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < SAMPLES; i++) {
      labels.add("bird, \"" + i % 6 + "\"");
      paths.add("/gone/images/" + i % 6 + "/" + i + ".jpg");
      for (int j = 0; j < SIZE; j++) {
        features[i * SIZE + j] = (i % 6 >> j & 1) + (float) random.nextGaussian() / 2 - .3f;
      }
    }
    try (Npz.Writer writer = new Npz.Writer(Files.newOutputStream(bundle))) {
      writer.put("features", features, SAMPLES, SIZE).put("labels", labels).put("paths", paths);
    }
    UserFolders folders =
        UserFolders.of(Map.of(), "Linux", Files.createDirectories(folder.resolve("home")));
    explorer =
        Composition.explorer(
            () -> {
              throw new IllegalStateException("no network is needed");
            },
            folders,
            "test");
  }

  @AfterEach
  void close() {
    explorer.close();
  }

  private ExplorerSession imported(BundleOptions options) {
    return explorer
        .sessions()
        .importBundle(new BundleImport.Request(workspace, bundle, options), QUIET);
  }

  private DatasetPlace at(Path images) {
    return new DatasetPlace(
        Workspace.open(workspace).manifest().dataset().place().root(), Optional.of(images));
  }

  @Test
  void theWorkspaceSaysTheSameAsTheBundleAndNeedsItNoMore() throws IOException {
    ExplorerSession direct = explorer.sessions().openBundle(bundle, BundleOptions.USUAL, QUIET);
    imported(BundleOptions.USUAL);
    Files.delete(bundle);
    Path moved = Files.move(workspace, folder.resolve("moved"));
    ExplorerSession kept = explorer.sessions().openWorkspace(moved, "", QUIET);
    assertEquals(direct.pairs(), kept.pairs());
    assertEquals(direct.dataset().classes(), kept.dataset().classes());
    assertEquals(direct.modelTitle(), kept.modelTitle());
    assertEquals("ProxyNCA++ · identity head · proxies fitted", kept.modelTitle());
    assertEquals(Optional.empty(), kept.image(kept.trainSample(0)));
  }

  @Test
  void locatedImagesAreThoseOfTheSamples() throws IOException {
    imported(BundleOptions.USUAL);
    Path images = folder.resolve("elsewhere");
    for (int i = 0; i < SAMPLES - 1; i++) {
      Path file = images.resolve(i % 6 + "/" + i + ".jpg");
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    }
    RelocationFinding located = explorer.workspaces().relocate(workspace, at(images), QUIET);
    assertEquals(RelocationFinding.ofBundle(SAMPLES, List.of("5/47.jpg")), located);
    ExplorerSession session = explorer.sessions().openWorkspace(workspace, "", QUIET);
    assertEquals(Optional.of(images.resolve("1/7.jpg")), session.image(session.trainSample(4)));
    assertEquals(SAMPLES, session.dataset().train().size() + session.dataset().test().size());
  }

  @Test
  void aFolderWithoutTheImagesIsRefused() {
    imported(BundleOptions.USUAL);
    ProblemException refused =
        assertThrows(
            ProblemException.class,
            () -> explorer.workspaces().relocate(workspace, at(folder), QUIET));
    assertTrue(refused.getMessage().contains("None of the bundle's 48 images"));
  }

  @Test
  void aHeadIsTrainedAgainOnCorrectedLabels() {
    imported(BundleOptions.USUAL.withHead(HeadForm.TRAINED));
    int models = explorer.workspaces().models(workspace).size();
    explorer.reviews().retrain(workspace, "", 0, 0, 1, QUIET);
    assertEquals(models + 1, explorer.workspaces().models(workspace).size());
  }
}
