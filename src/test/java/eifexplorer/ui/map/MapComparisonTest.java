package eifexplorer.ui.map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.job.JobContext;
import eifexplorer.math.JavaMatrixMath;
import eifexplorer.model.BackboneSource;
import eifexplorer.model.ModelStore;
import eifexplorer.problem.ProblemException;
import eifexplorer.projection.KeptMap;
import eifexplorer.projection.ProjectionOptions;
import eifexplorer.run.RunFiles;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.MapRequest;
import eifexplorer.session.SessionMaps;
import eifexplorer.training.HeadHistory;
import eifexplorer.ui.testing.ModelCards;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model of a workspace whose run kept epochs 2 and 10, the last of which is the model. */
class MapComparisonTest {
  @TempDir Path folder;

  private final SessionMaps maps = new SessionMaps(new JavaMatrixMath());
  private ExplorerSession session;
  private KeptMap now;
  private MapComparison comparison;

  @BeforeEach
  void layOut() {
    Workspace workspace =
        Workspace.create(folder.resolve("ws"), "w", DatasetReference.clean("cub", "/data", "", ""));
    session = SampleSession.in(workspace, folder);
    save("m", session.bundle().head());
    HeadHistory history = new HeadHistory(RunFiles.headHistory(workspace.runFolder("m")));
    history.keep(2, new HeadHistory.State(otherHead(0.8f), session.bundle().proxies(), 1));
    history.keep(10, new HeadHistory.State(session.bundle().head(), session.bundle().proxies(), 1));
    MapRequest request =
        new MapRequest(
            MapRequest.DEFAULT.source(),
            MapRequest.DEFAULT.options().withEpochs(20),
            Optional.empty());
    now = maps.project(session, request, frame -> {}, JobContext.unattended());
    comparison =
        new MapComparison(
            maps,
            (of, modelId, context) -> {
              throw new AssertionError(modelId);
            });
  }

  private void save(String id, EmbeddingHead head) {
    new ModelStore(session.workspace().orElseThrow())
        .save(
            ModelCards.card(id, id, "train"),
            BackboneSource.of(
                BackboneSpec.parse("resnet18/average/layernorm"), StateDict.of(Map.of())),
            head,
            session.bundle().proxies());
  }

  private EmbeddingHead otherHead(float first) {
    float[] weight = session.bundle().head().weight();
    weight[0] += first;
    return new EmbeddingHead(weight, session.bundle().head().bias());
  }

  private List<String> titles() {
    return comparison.choices(new MapImages(session), now).stream().map(MapChoice::title).toList();
  }

  private ComparedMaps compare(MapChoice with) {
    return comparison.compare(new MapImages(session), now, with, JobContext.unattended());
  }

  @Test
  void aMapNamesItsModelByItsIdToo() {
    assertEquals(now.card().model() + " (m)", now.card().modelAndId());
  }

  @Test
  void otherModelsAndEarlierEpochsAreOffered() {
    save("n", otherHead(0.1f));
    assertEquals(List.of("n", "Epoch 2 of this model's run"), titles());
  }

  @Test
  void anEarlierEpochIsLaidOutFromThisMapsPlacesAndOfferedOnce() {
    MapChoice epoch = comparison.choices(new MapImages(session), now).get(0);

    ComparedMaps both = compare(epoch);

    assertEquals(128, both.common());
    assertTrue(both.mean() > 0 && both.mean() < 1, "moved " + both.mean());
    assertEquals(
        "ProxyNCA++ · MobileNet-V2 · epoch 2",
        maps.list(session).stream()
            .filter(card -> card.from().equals(now.card().id()))
            .findFirst()
            .orElseThrow()
            .model());
    assertEquals(List.of("Epoch 2 of this model's run"), titles());
  }

  @Test
  void keptMapsAreToldApartByWhatIsOtherInThem() {
    ProjectionOptions options = now.card().options();
    for (ProjectionOptions other :
        List.of(options.withSeed(2), options.withSeed(3).withNeighbours(5))) {
      maps.project(
          session,
          new MapRequest(MapRequest.DEFAULT.source(), other, Optional.empty()),
          frame -> {},
          JobContext.unattended());
    }

    assertEquals(
        List.of("UMAP · 5 neighbours · seed 3", "UMAP · seed 2", "Epoch 2 of this model's run"),
        titles().stream().map(title -> title.replaceAll(" · \\d+ \\w+ 20.*", "")).toList());
  }

  @Test
  void anEpochThatIsGoneIsNamed() {
    ProblemException gone =
        assertThrows(ProblemException.class, () -> compare(new MapChoice.OfEpoch("Epoch 7", 7)));
    assertTrue(gone.getMessage().startsWith("Epoch 7 is gone"), gone.getMessage());
  }

  @Test
  void knotsAndNamesAreHalfWayWhereTheirPointsAre() {
    ComparedMaps both = compare(comparison.choices(new MapImages(session), now).get(0));
    ShownMap half = both.before().towards(both.after(), 0.5);
    Knot knot = half.knots().get(0);
    Knot of = Knot.of(new MapImages(session), half.layout()).get(0);
    assertEquals(List.of(of.first(), of.second()), List.of(knot.first(), knot.second()));
    assertEquals(of.x(), knot.x(), 1e-5);
    assertEquals(
        (both.before().centres().centres().get(0).x() + both.after().centres().centres().get(0).x())
            / 2,
        half.centres().centres().get(0).x(),
        1e-9);
  }
}
