package eifexplorer.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.job.InlineJobRunner;
import eifexplorer.session.NewWorkspace;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.workspace.DatasetReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewDataSetViewModelTest {
  @TempDir Path folder;

  private final List<NewWorkspace> requests = new ArrayList<>();
  private final NewDataSetViewModel form =
      new NewDataSetViewModel(
          new FxJobs(new InlineJobRunner(), Runnable::run),
          new NoticesViewModel(),
          List.of(new Format("cub", "CUB-200-2011", "images.txt"), new Format("csv", "CSV", "x")),
          requests::add);

  /** Recognises a folder by one file. */
  private record Format(String id, String title, String file) implements DatasetFormat {
    @Override
    public boolean recognises(Path root) {
      return Files.exists(root.resolve(file));
    }

    @Override
    public DatasetListing read(Path root) {
      throw new UnsupportedOperationException();
    }
  }

  private Path images;
  private Path weights;

  @BeforeEach
  void files() throws IOException {
    images = Files.createDirectory(folder.resolve("images"));
    weights = Files.createFile(folder.resolve("mobilenet.pth"));
  }

  private void fill() throws IOException {
    Files.createFile(images.resolve("images.txt"));
    form.text(FormField.ROOT).set(images.toString());
    form.text(FormField.TRAIN_CLASSES).set("1-25, 30");
    form.text(FormField.WEIGHTS).set(weights.toString());
    form.text(FormField.WORKSPACE).set(folder.resolve("new").toString());
  }

  private Map<FormField, String> problems() {
    Map<FormField, String> problems = new EnumMap<>(FormField.class);
    for (FormField field : FormField.values()) {
      if (!form.problem(field).get().isEmpty()) {
        problems.put(field, form.problem(field).get());
      }
    }
    return problems;
  }

  @Test
  void aFilledFormMakesARequest() throws IOException {
    fill();
    form.lossProperty().set(LossSpec.SOFT_TRIPLE);

    form.submit();

    assertEquals(
        List.of(
            new NewWorkspace(
                folder.resolve("new"),
                DatasetReference.clean("cub", images.toString(), "1-25, 30", ""),
                weights,
                LossSpec.SOFT_TRIPLE,
                0)),
        requests);
  }

  @Test
  void anEmptyFormSaysWhatIsMissing() {
    form.submit();

    assertEquals(
        Map.of(
            FormField.ROOT, "Choose the folder or the manifest file of the data set.",
            FormField.WEIGHTS, "Choose the weights of the back bone, a .pth or .safetensors file.",
            FormField.WORKSPACE, "Choose an empty or a new folder."),
        problems());
  }

  @Test
  void everyWrongFieldIsNamed() throws IOException {
    form.text(FormField.ROOT).set(images.toString());
    form.text(FormField.TRAIN_CLASSES).set("1-25-30");
    form.text(FormField.TEST_CLASSES).set("Amber Tern, 5");
    form.text(FormField.WEIGHTS).set(Files.createFile(folder.resolve("a.zip")).toString());
    form.text(FormField.SEED).set("-1");
    form.text(FormField.WORKSPACE).set(folder.toString());
    form.submit();

    assertEquals(
        Map.of(
            FormField.FORMAT, "Not recognised: choose the format.",
            FormField.TRAIN_CLASSES, "“1-25-30” is no range. Write 1-25 or 1-25,30.",
            FormField.WEIGHTS, "Weights are read from .pth and .safetensors files.",
            FormField.SEED, "The seed is a whole number, 0 or more.",
            FormField.WORKSPACE, "The folder holds other files: choose an empty or a new one."),
        problems());
  }

  @Test
  void aCorrectedFieldLosesItsMessage() {
    form.submit();

    form.text(FormField.ROOT).set("a");

    assertEquals("", form.problem(FormField.ROOT).get());
  }

  @Test
  void theFormatIsFoundOut() throws IOException {
    fill();

    assertEquals("Recognised as CUB-200-2011", form.recognisedProperty().get());
  }

  @Test
  void aChosenFormatNeedsNoFindingOut() throws IOException {
    fill();

    form.formatProperty().set(form.formats().get(1));
    form.submit();

    assertEquals("csv", requests.get(0).dataset().format());
  }
}
