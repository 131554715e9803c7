package eifexplorer.ui.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.model.BackboneChoice;
import eifexplorer.run.TrainRequest;
import eifexplorer.workspace.DatasetReference;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StartViewModelTest {
  private static final Path WORKSPACE = Path.of("home", "birds");
  private static final LabelsChoice OWN = new LabelsChoice(0, "", 0, false);
  private static final LabelsChoice FIRST = new LabelsChoice(1, "half way", 5, false);
  private static final LabelsChoice SECOND = new LabelsChoice(2, "all done", 12, true);
  private static final TrainRequest REQUEST =
      new TrainRequest(
          WORKSPACE,
          DatasetReference.clean("cub", "/cub", "1-25", "26-50"),
          Optional.of(Path.of("weights.safetensors")),
          new BackboneChoice(Optional.empty(), Optional.empty()),
          OptionalInt.empty(),
          OptionalInt.empty(),
          false,
          Optional.empty(),
          Optional.empty(),
          3);

  private final StartViewModel start = new StartViewModel();

  @BeforeEach
  void show() {
    start.show(WORKSPACE);
    start.offer(List.of(OWN, FIRST, SECOND));
  }

  @Test
  void theCheckedOutLabelsAreTrainedOn() {
    assertEquals(REQUEST.onLabels(2), start.beginning().apply(REQUEST));
    assertEquals(
        "Trained on label revision 2, which is checked out: 12 labels differ from the data set's"
            + " own.",
        start.noteProperty().get());
  }

  @Test
  void whatIsCheckedOutLaterIsFollowedUnlessAnotherWasChosen() {
    LabelsChoice third = new LabelsChoice(3, "more", 13, true);
    LabelsChoice left = new LabelsChoice(2, "all done", 12, false);
    start.offer(List.of(OWN, FIRST, left, third));
    assertEquals(third, start.labelsProperty().get());
    start.labelsProperty().set(OWN);
    start.offer(List.of(OWN, FIRST, SECOND));
    assertEquals(REQUEST.onLabels(0), start.beginning().apply(REQUEST));
    assertEquals("Trained on the data set's own labels.", start.noteProperty().get());
  }

  @Test
  void wrongLabelsMakeAWorkspaceOfTheirOwn() {
    start.noiseProperty().set(LabelNoiseChoice.SHIFT);
    start.percentProperty().set("7.5");
    start.noiseSeedProperty().set("4");
    DatasetReference noisy =
        new DatasetReference("cub", "/cub", "1-25", "26-50", "shift5", .075, 4);
    assertEquals(
        REQUEST.on(noisy, Path.of("home", "birds-shift5-7.5-seed4")),
        start.beginning().apply(REQUEST));
    assertEquals(
        "Wrong labels are another data set: the run goes to a workspace of its own,"
            + " birds-shift5-7.5-seed4, beside this one.",
        start.noteProperty().get());
  }

  @Test
  void otherWeightsComeFromAFileOrAreRandom() {
    start.weightsProperty().set(WeightsChoice.FILE);
    assertEquals("Choose the file with the back bone's weights.", start.troubleProperty().get());
    start.fileProperty().set(Path.of("resnet50.pth"));
    assertEquals("", start.troubleProperty().get());
    TrainRequest fromFile = start.beginning().apply(REQUEST);
    start.weightsProperty().set(WeightsChoice.RANDOM);
    start.architectureProperty().set("resnet18");
    TrainRequest random = start.beginning().apply(REQUEST);

    assertEquals(
        List.of(Optional.of(Path.of("resnet50.pth")), Optional.empty()),
        List.of(fromFile.weights(), random.weights()));
    assertEquals(
        List.of(Optional.empty(), Optional.of("resnet18")),
        List.of(fromFile.backbone().architecture(), random.backbone().architecture()));
  }

  @Test
  void sharesAndSeedsOutOfRangeAreNamed() {
    start.noiseProperty().set(LabelNoiseChoice.UNIFORM);
    start.percentProperty().set("0");
    assertEquals("Wrong labels are 0 %: above 0, up to 100", start.troubleProperty().get());
    start.percentProperty().set("ten");
    assertEquals("Wrong labels are ten %: above 0, up to 100", start.troubleProperty().get());
    start.percentProperty().set("10");
    start.noiseSeedProperty().set("-1");
    assertEquals("Seed of the wrong labels is -1: 0 or more", start.troubleProperty().get());
    start.noiseProperty().set(LabelNoiseChoice.NONE);
    assertEquals("", start.troubleProperty().get());
  }
}
