package eifexplorer.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
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
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
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
      return listing(root, 60, ClassSelection.byClass(Set.of(0), Set.of(1)));
    }
  }

  /** An image of each of so many classes. */
  private static DatasetListing listing(Path root, int classes, ClassSelection usual) {
    List<String> names = IntStream.range(0, classes).mapToObj(i -> "class " + i).toList();
    List<ListedImage> images =
        IntStream.range(0, classes)
            .mapToObj(
                i ->
                    new ListedImage(
                        i + ".png",
                        i,
                        Optional.of(i % 2 == 0 ? Split.TRAIN : Split.TEST),
                        OptionalInt.empty(),
                        Optional.empty()))
            .toList();
    return new DatasetListing("cub", root, names, images, List.of(), usual);
  }

  @Test
  void tooFewClassesAreSaidWhileTheFormIsOpen() throws IOException {
    ClassSelection halves = ClassSelection.byClass(Set.of(0), Set.of(1));
    assertEquals(
        "The data set has 2 classes with images; 4 are needed, half to train and half to test.",
        SplitCheck.problem(listing(folder, 2, halves), halves));
    assertEquals(
        "Classes to train: 1, to test: 3; 2 of each are needed.",
        SplitCheck.problem(
            listing(folder, 4, halves), ClassSelection.byClass(Set.of(0), Set.of(1, 2, 3))));
    assertEquals(
        "Classes to train: 1, to test: 1; 2 of each are needed.",
        SplitCheck.problem(listing(folder, 2, halves), ClassSelection.official()));
    assertEquals("", SplitCheck.problem(listing(folder, 4, halves), ClassSelection.official()));

    fill();
    form.text(FormField.TRAIN_CLASSES).set("1-3");
    form.text(FormField.TEST_CLASSES).set("4");
    form.submit();
    assertEquals(
        "Classes to train: 3, to test: 1; 2 of each are needed.",
        form.problem(FormField.TRAIN_CLASSES).get());
    form.text(FormField.TEST_CLASSES).set("no such class");
    form.submit();
    assertTrue(
        form.problem(FormField.TRAIN_CLASSES).get().contains("no such class"),
        form.problem(FormField.TRAIN_CLASSES).get());
    assertEquals(List.of(), requests);
  }

  @Test
  void whatIsBeingMadeIsNotAskedForTwice() throws IOException {
    fill();
    form.submit();
    form.submit();
    assertEquals(1, requests.size());
    form.makingProperty().set(false);
    form.submit();
    assertEquals(2, requests.size());
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
  void thatADataSetIsNotRecognisedIsSaidBeforeAnythingIsMade() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));

    form.text(FormField.ROOT).set(empty.toString());

    assertEquals(Map.of(FormField.FORMAT, "Not recognised: choose the format."), problems());
    form.text(FormField.ROOT).set(folder.resolve("half a na").toString());
    assertEquals(Map.of(), problems());
  }

  @Test
  void aChosenFormatNeedsNoFindingOut() throws IOException {
    fill();

    form.formatProperty().set(form.formats().get(1));
    form.submit();

    assertEquals("csv", requests.get(0).dataset().format());
  }
}
