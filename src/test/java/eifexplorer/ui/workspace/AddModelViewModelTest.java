package eifexplorer.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.model.ModelFiles;
import eifexplorer.project.Explorer;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.jobs.FxJobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddModelViewModelTest {
  @TempDir Path folder;

  private final List<ModelFiles> added = new ArrayList<>();
  private Explorer explorer;
  private AddModelViewModel model;
  private Path weights;

  @BeforeEach
  void form() {
    SmallWorkspace small = new SmallWorkspace(folder);
    weights = small.model(1, SmallWorkspace.CLASSES);
    explorer = small.explorer();
    model =
        new AddModelViewModel(
            new FxJobs(new InlineJobRunner(), Runnable::run), explorer.workspaces(), added::add);
    model.reset(SmallWorkspace.CLASSES);
  }

  @AfterEach
  void close() {
    explorer.close();
  }

  private void choose() {
    model.text(ModelField.WEIGHTS).set(weights.toString());
  }

  @Test
  void everyAssumptionIsSaid() {
    choose();

    assertEquals(
        List.of(
            "The last linear layer is \"head.weight\".",
            "Features: max pooling and LayerNorm (usual for such names).",
            "Images: resized to 288, cropped to 256 (usual for the authors' models).",
            "Loss: ProxyNCA++ (usual)."),
        model.notes());
  }

  @Test
  void whatTheFileBesideTheWeightsSaysIsTaken() throws IOException {
    Files.writeString(
        weights.resolveSibling("config.json"),
        "{\"pretrained_cfg\":{\"input_size\":[3,128,128],\"crop_pct\":0.5,"
            + "\"interpolation\":\"bicubic\"}}");
    choose();

    assertTrue(
        model
            .notes()
            .contains(
                "Images: resized to 256, cropped to 128, filter=bicubic (config.json beside the"
                    + " weights)."),
        model.notes()::toString);
  }

  @Test
  void eachIsSetInTheForm() {
    choose();
    model.lossProperty().set(LossSpec.ARC_FACE);
    model.featuresProperty().set("average/plain");
    model.text(ModelField.RESIZE).set("40");
    model.text(ModelField.CROP).set(" 0 ");
    model.text(ModelField.PREPROCESSING).set("filter=bicubic");

    assertEquals(
        List.of(
            "The last linear layer is \"head.weight\".",
            "Images: resized to 40, cropped to 0, filter=bicubic (as chosen, the rest usual for the"
                + " authors' models)."),
        model.notes());
    model.submit();
    assertEquals(
        List.of(
            new ModelFiles(
                weights,
                Optional.empty(),
                Optional.empty(),
                Optional.of(LossSpec.ARC_FACE),
                Optional.of("average/plain"),
                OptionalInt.of(40),
                OptionalInt.of(0),
                Optional.of("filter=bicubic"),
                Optional.empty())),
        added);
  }

  @Test
  void whatCannotBeReadIsNotAdded() {
    choose();
    model.text(ModelField.RESIZE).set("wide");

    assertEquals(List.of(), model.notes());
    assertEquals(
        List.of(
            "Resize and crop are whole numbers of pixels, 0 for none, empty for what the files"
                + " say."),
        model.problems());
    assertFalse(model.ready().get());
    model.text(ModelField.RESIZE).set("");
    assertTrue(model.ready().get());
    model.text(ModelField.PREPROCESSING).set("filter=magic");
    assertFalse(model.ready().get());
  }
}
