package eifexplorer.ui.explore.strips;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.model.ModelCard;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.testing.ModelCards;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StaleViewModelTest {
  @TempDir Path folder;

  private final List<String> reopened = new ArrayList<>();
  private Optional<ModelCard> onDisk = Optional.empty();
  private final StaleViewModel stale =
      new StaleViewModel(
          new FxJobs(new InlineJobRunner(), Runnable::run),
          session -> onDisk,
          () -> reopened.add("again"),
          reopened::add);

  private static ModelCard card(String name) {
    return ModelCards.card("id of " + name, name, "train");
  }

  private ExplorerSession session() {
    Workspace workspace =
        Workspace.create(folder, "birds", DatasetReference.clean("demo", "x", "", ""));
    return SampleSession.in(workspace, folder);
  }

  @Test
  void anotherModelOnDiskMakesTheScoresStale() {
    stale.show(session());
    stale.check();
    String before = stale.textProperty().get();
    onDisk = Optional.of(card("ProxyNCA++ · epoch 20"));

    stale.check();

    assertEquals(
        List.of("", "stale: the workspace's model is now ProxyNCA++ · epoch 20"),
        List.of(before, stale.textProperty().get()));
  }

  @Test
  void otherLabelsMakeTheScoresStaleUntilTheNextSession() {
    stale.show(session());
    stale.labelsProperty().set("stale: 12 labels changed");
    String changed = stale.textProperty().get();

    stale.show(session());

    assertEquals(
        List.of("stale: 12 labels changed", ""), List.of(changed, stale.textProperty().get()));
  }

  @Test
  void theNextSessionIsFresh() {
    onDisk = Optional.of(card("another"));
    stale.show(session());
    stale.check();

    stale.show(session());

    assertEquals("", stale.textProperty().get());
  }

  @Test
  void aBundleIsNeverStale() {
    onDisk = Optional.of(card("another"));
    stale.show(SampleSession.of(Optional.empty()));

    stale.check();

    assertEquals("", stale.textProperty().get());
  }

  @Test
  void otherLabelsAreExplainedByTheModelThatIsOpenThoughThereIsAnother() {
    stale.show(session());
    onDisk = Optional.of(card("another"));
    stale.check();
    stale.labelsProperty().set("stale: 12 labels changed");

    String remedy = stale.remedyProperty().get();
    stale.recompute();

    assertEquals("Recompute", remedy);
    assertEquals(List.of("again"), reopened);
  }

  @Test
  void aButtonThatOpensAnotherModelSaysSo() {
    stale.show(session());
    onDisk = Optional.of(card("another"));
    stale.check();

    String remedy = stale.remedyProperty().get();
    stale.recompute();

    assertEquals("Open that model", remedy);
    assertEquals(List.of("id of another"), reopened);
  }

  @Test
  void withNothingOutOfDateThereIsNothingToDo() {
    stale.show(session());

    stale.recompute();

    assertEquals("", stale.remedyProperty().get());
    assertEquals(List.of(), reopened);
  }
}
