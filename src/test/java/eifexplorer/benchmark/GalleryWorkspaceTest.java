package eifexplorer.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.app.Composition;
import eifexplorer.confusion.Confusions;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelStore;
import eifexplorer.model.StoredModel;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.Folders;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workspace for measuring the gallery, and that its neighbours are searched once. */
class GalleryWorkspaceTest {
  private static final GallerySize SIZE = new GallerySize(400, 80);

  /** Made once; each test has a copy of the workspace, and all look at the same pictures. */
  @TempDir static Path prepared;

  @TempDir Path folder;
  private Workspace workspace;

  @BeforeAll
  static void make() {
    GalleryWorkspace.make(prepared, SIZE, JobContext.unattended());
  }

  @BeforeEach
  void copy() {
    Path own = folder.resolve("workspace");
    Folders.copy(prepared.resolve("workspace"), own);
    workspace = Workspace.open(own);
  }

  private ExplorerSession open() {
    Path home = folder.resolve("home");
    try (Explorer explorer =
        Composition.explorer(
            () -> {
              throw new AssertionError("No tensor runtime is needed");
            },
            new UserFolders(home, home),
            "test")) {
      return explorer.sessions().openWorkspace(workspace.folder(), JobContext.unattended());
    }
  }

  private Path neighboursFile() throws IOException {
    try (Stream<Path> files = Files.walk(workspace.folder().resolve("results"))) {
      return files.filter(file -> file.endsWith("nearest.npz")).findFirst().orElseThrow();
    }
  }

  @Test
  void hasAsManyImagesAndPairsAsAskedFor() {
    ExplorerSession session = open();
    assertEquals(
        List.of(200, 200, 80),
        List.of(
            session.dataset().train().size(),
            session.dataset().test().size(),
            session.pairs().size()));
  }

  @Test
  void everyPictureIsThere() {
    ExplorerSession session = open();
    assertTrue(
        Stream.concat(session.dataset().train().stream(), session.dataset().test().stream())
            .allMatch(sample -> Files.exists(session.image(sample).orElseThrow())));
  }

  @Test
  void keptNeighboursGiveTheSameConfusions() {
    Confusions searched = open().confusions();
    Confusions kept = open().confusions();
    assertEquals(searched.pairs(), kept.pairs());
    assertEquals(
        IntStream.range(0, 200).map(searched::nearest).boxed().toList(),
        IntStream.range(0, 200).map(kept::nearest).boxed().toList());
  }

  @Test
  void damagedNeighboursAreSearchedAgain() throws IOException {
    Confusions searched = open().confusions();
    Files.writeString(neighboursFile(), "no archive");
    assertEquals(searched.pairs(), open().confusions().pairs());
    assertTrue(Files.size(neighboursFile()) > 100);
  }

  @Test
  void neighboursOfAnotherHeadAreNotTaken() throws IOException {
    open();
    Path of = neighboursFile().getParent();
    ModelStore models = new ModelStore(workspace);
    StoredModel model = models.load(models.current());
    float[] weight = model.head().weight();
    weight[0] = 2;
    models.save(
        model.card(),
        models.backbone(model.card()),
        new EmbeddingHead(weight, model.head().bias()),
        model.proxies());
    open();
    try (Stream<Path> all = Files.list(workspace.folder().resolve("results"))) {
      assertFalse(all.allMatch(of::equals));
    }
  }

  @Test
  void sizesThatCantBeMadeAreRefused() {
    assertThrows(ProblemException.class, () -> new GallerySize(401, 80));
    assertThrows(ProblemException.class, () -> new GallerySize(400, 202));
    assertThrows(ProblemException.class, () -> new GallerySize(400, 81));
  }
}
