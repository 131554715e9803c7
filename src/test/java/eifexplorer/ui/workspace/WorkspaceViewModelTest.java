package eifexplorer.ui.workspace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.ui.kit.Fact;
import eifexplorer.ui.testing.SampleSession;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WorkspaceViewModelTest {
  private final WorkspaceViewModel model = new WorkspaceViewModel();

  @Test
  void theDataSetIsDescribed() {
    model.show(SampleSession.of(Optional.empty()));

    assertEquals(
        List.of(
            new Fact("Format", "aviary"),
            new Fact("Root", "none: features from an embedding bundle"),
            new Fact("Training", "64 images of 4 classes"),
            new Fact("Test", "64 images of 4 classes"),
            new Fact("Left out", "2 images")),
        model.dataset());
  }

  @Test
  void theModelIsDescribed() {
    model.show(SampleSession.of(Optional.empty()));

    assertEquals(
        List.of(
            new Fact("Model", "ProxyNCA++ · MobileNet-V2 · epoch 10"),
            new Fact("Loss", "ProxyNCA++"),
            new Fact("Features", "6"),
            new Fact("Embedding", "3"),
            new Fact("Proxies", "4"),
            new Fact("R@1", "65.6 % on 64 test images"),
            new Fact("Confused pairs", "22"),
            new Fact("Influence", "EIF · ascent · 50 steps")),
        model.model());
  }

  @Test
  void theListOfImagesLeftOutCanBeCopied() {
    model.show(SampleSession.of(Optional.empty()));

    assertEquals(
        """
        003.Coral_Finch/Coral_Finch_0099.png\tThe picture is cut short.
        007.Golden_Oriole/Golden_Oriole_0107.png\tThe file is empty.
        """,
        model.skippedAsText());
  }

  @Test
  void theSplitIsSaidInFewWords() {
    assertEquals(
        "test 5–8 · 64 images", SplitWords.of(SampleSession.of(Optional.empty()).dataset()));
  }

  @Test
  void whatIsLeftOutOfMeasuringIsSaidBesideTheSplit() {
    ImageDataset dataset = SampleSession.of(Optional.empty()).dataset();
    Sample first = dataset.test().get(0);
    LabelChange out =
        new LabelChange(first.path(), dataset.classOf(first.label()).name(), "", Split.TEST);

    assertEquals(
        "test 5–8 · 63 of 64 images",
        SplitWords.of(new LabelCorrections(1, List.of(out)).applyTo(dataset)));
  }
}
