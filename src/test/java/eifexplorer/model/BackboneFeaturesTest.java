package eifexplorer.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.engine.BackboneSpec;
import eifexplorer.engine.Pooling;
import eifexplorer.engine.ResidualNetwork;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.image.Preprocessing;
import eifexplorer.workspace.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackboneFeaturesTest {
  @TempDir Path folder;

  private Fingerprint key(String dataset) {
    ImageDataset images =
        new ImageDataset(
            dataset,
            Optional.of(folder),
            List.of(new ClassLabel(0, 1, "a")),
            1,
            List.of(new Sample("a.png", 0, Split.TRAIN)),
            List.of(new Sample("b.png", 0, Split.TEST)),
            List.of(),
            Optional.empty());
    return BackboneFeatures.fingerprint(
        images,
        Preprocessing.of(0, 0),
        BackboneSource.of(
            new BackboneSpec(ResidualNetwork.RESNET18, Pooling.MAX, false),
            StateDict.of(Map.of())));
  }

  @Test
  void aChangedImageOfTheSamePathAndSizeHasOtherFeatures() throws IOException {
    for (int size : List.of(100, 16384, 100_001)) {
      byte[] bytes = new byte[size];
      Files.write(folder.resolve("b.png"), bytes);
      Fingerprint before = key("folder");
      for (int place : List.of(0, size - 1)) {
        byte[] changed = bytes.clone();
        changed[place] = 1;
        Files.write(folder.resolve("b.png"), changed);
        assertNotEquals(before, key("folder"), size + " at " + place);
      }
      Files.write(folder.resolve("b.png"), bytes);
      assertEquals(before, key("folder"));
    }
  }

  @Test
  void anImageThatIsNotThereIsNotTheOneThatCame() throws IOException {
    Fingerprint without = key("folder");
    Files.write(folder.resolve("a.png"), new byte[] {1});

    assertNotEquals(without, key("folder"));
  }

  @Test
  void theDemosFeaturesAreTheSameBeforeItsPicturesArePainted() throws IOException {
    Fingerprint without = key("demo");
    Files.write(folder.resolve("a.png"), new byte[] {1});

    assertEquals(without, key("demo"));
  }
}
