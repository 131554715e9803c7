package eifexplorer.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.app.Composition;
import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.engine.Engine;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.model.StoredModel;
import eifexplorer.project.Explorer;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.workspace.UserFolders;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelCheckTest {
  @TempDir Path folder;

  private ExplorerSession open() {
    try (Explorer explorer =
        Composition.explorer(ModelCheckTest::noEngine, new UserFolders(folder, folder), "test")) {
      return explorer.sessions().openDemo(JobContext.unattended());
    }
  }

  private static Engine noEngine() {
    throw new AssertionError("The demo must open without the tensor runtime");
  }

  @Test
  void theOpenedModelIsTheCurrentOne() {
    assertEquals(Optional.empty(), ModelCheck.otherModel(open()));
  }

  @Test
  void aModelWithAnotherHeadIsAnotherModel() {
    ExplorerSession session = open();
    ModelStore store = new ModelStore(session.workspace().orElseThrow());
    ModelCard card = store.current();
    StoredModel model = store.load(card);
    float[] bias = model.head().bias();
    bias[0] += 1;

    store.save(
        card,
        store.backbone(card),
        new EmbeddingHead(model.head().weight(), bias),
        model.proxies());

    assertEquals(Optional.of(card), ModelCheck.otherModel(session));
  }

  @Test
  void aBundleHasNoOtherModel() {
    assertEquals(Optional.empty(), ModelCheck.otherModel(SampleSession.of(Optional.empty())));
  }
}
