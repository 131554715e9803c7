package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.Embeddings;
import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.engine.Engine;
import eifexplorer.image.PictureShare;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.project.Explorer;
import eifexplorer.testing.MeanColourEngine;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.ui.testing.SampleSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackbonePlacesTest {
  private static final JobContext QUIET = JobContext.unattended();

  @TempDir Path folder;
  private final AtomicInteger starts = new AtomicInteger();
  private final ImagePlaces places =
      new BackbonePlaces(this::start, new JavaMatrixMath(), file -> {});
  private SmallWorkspace small;
  private ExplorerSession session;

  private Engine start() {
    starts.incrementAndGet();
    return new MeanColourEngine();
  }

  @BeforeEach
  void open() {
    small = new SmallWorkspace(folder);
    small.add(1);
    try (Explorer explorer = small.explorer()) {
      session = explorer.sessions().openWorkspace(small.workspace(), QUIET);
    }
  }

  private LocatedImage find(boolean training, int index) {
    return places.find(session, List.of(new ImagePlaces.Of(training, index)), QUIET).get(0);
  }

  private String refusal() {
    return assertThrows(ProblemException.class, () -> find(false, 0)).getMessage();
  }

  @Test
  void thePartsOfAPairAddUpToTheCosineOfItsStoredFeatures() {
    FeatureMatrix test =
        Embeddings.normalised(
            Embeddings.of(
                session.bundle().testFeatures(), session.bundle().head(), new JavaMatrixMath()));
    List<LocatedImage> pair =
        places.find(
            session, List.of(new ImagePlaces.Of(false, 1), new ImagePlaces.Of(false, 5)), QUIET);
    double distance = Embeddings.normalisedSquaredDistance(test.row(1), test.row(5));

    double cosine = pair.get(0).embedding().towards(pair.get(1).embedding()).cosine();

    assertEquals(1 - distance / 2, cosine, 1e-5);
  }

  @Test
  void thePlacesCoverTheSquareCutFromTheMiddle() {
    assertEquals(
        new PictureShare(16 / 288.0, 16 / 288.0, 256 / 288.0, 256 / 288.0), find(true, 0).seen());
  }

  @Test
  void theNetworkRunsOnceForAnImage() {
    LocatedImage first = find(false, 3);

    assertSame(first, find(false, 3));
    assertEquals(1, starts.get());
    find(true, 3);
    assertEquals(2, starts.get());
  }

  @Test
  void anotherPictureInTheImagesPlaceIsNoticed() throws IOException {
    Files.copy(
        session.image(session.trainSample(0)).orElseThrow(),
        session.image(session.testSample(0)).orElseThrow(),
        StandardCopyOption.REPLACE_EXISTING);

    assertTrue(refusal().startsWith("The network sees another picture there"), refusal());
  }

  @Test
  void aModelThatIsGoneIsSaidToBe() throws IOException {
    Path models = session.workspace().orElseThrow().models();
    Files.move(models, folder.resolve("elsewhere"));

    assertTrue(refusal().startsWith("The model is no longer in its workspace"), refusal());
  }

  @Test
  void aBundleHasNoBackbone() {
    session = SampleSession.of(Optional.empty());

    assertTrue(refusal().startsWith("An embedding bundle has no back bone"), refusal());
    assertEquals(0, starts.get());
  }
}
