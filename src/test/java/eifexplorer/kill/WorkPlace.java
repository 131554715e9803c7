package eifexplorer.kill;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelFiles;
import eifexplorer.project.Explorer;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntryBuilder;
import eifexplorer.session.ExplorerSession;
import eifexplorer.testing.Folders;
import eifexplorer.testing.SmallWorkspace;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.Workspace;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/**
 * A folder with a workspace on pictures of random colours, so that most are confused, a model in it, decisions that are
 * not committed, and files to be brought in.
 *
 * @param folder its folder
 */
record WorkPlace(Path folder) {
  private static final int CLASSES = 6;
  private static final int PER_CLASS = 60;
  private static final int EMBEDDING = 4;
  private static final String NETWORK = "basic-1-1-1-1-w8";

  /** Makes one. */
  static WorkPlace make(Path folder) throws IOException {
    WorkPlace place = new WorkPlace(folder);
    place.draw();
    place.model("first.safetensors", 1);
    place.model("second.safetensors", 2);
    Workspace.create(
        place.workspace(),
        "colours",
        DatasetReference.clean("folder", place.images().toString(), "1-3", "4-6"));
    try (Explorer explorer = place.explorer()) {
      explorer
          .workspaces()
          .add(
              place.workspace(),
              ModelFiles.at(folder.resolve("first.safetensors")),
              JobContext.unattended());
      place.decide(explorer);
    }
    return place;
  }

  /** A copy of what changes; the pictures stay where they are. */
  WorkPlace copy(Path other) throws IOException {
    Folders.copy(workspace(), other.resolve("ws"));
    for (String file : List.of("first.safetensors", "second.safetensors", "decisions.csv")) {
      Files.copy(folder.resolve(file), other.resolve(file));
    }
    return new WorkPlace(other);
  }

  Path workspace() {
    return folder.resolve("ws");
  }

  private Path images() {
    return folder.resolve("images");
  }

  /** Services that compute features without a tensor runtime. */
  Explorer explorer() {
    return SmallWorkspace.explorer(folder);
  }

  private void draw() throws IOException {
    Random random = new Random(1);
    for (int c = 0; c < CLASSES; c++) {
      Path images = Files.createDirectories(images().resolve("class" + c));
      for (int i = 0; i < PER_CLASS; i++) {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, 8, 8, random.ints(64).toArray(), 0, 8);
        int colour = Color.getHSBColor(random.nextFloat(), .8f, .9f).getRGB();
        for (int y = 0; y < 8; y++) {
          for (int x = 0; x < 7; x++) {
            image.setRGB(x, y, colour);
          }
        }
        ImageIO.write(image, "png", images.resolve(i + ".png").toFile());
      }
    }
  }

  private void model(String name, long seed) {
    Architecture network = Architecture.parse(NETWORK);
    Random random = new Random(seed);
    Map<String, WeightTensor> last = new LinkedHashMap<>();
    last.put("head.weight", SmallWorkspace.tensor(random, EMBEDDING, network.featureSize()));
    last.put("head.bias", SmallWorkspace.tensor(random, EMBEDDING));
    last.put("proxies", SmallWorkspace.tensor(random, 3, EMBEDDING));
    StateDict all =
        StateDict.of(last).plus(BackboneWeights.random(network, seed).prefixed("backbone."));
    AtomicFiles.write(folder.resolve(name), out -> Safetensors.write(out, all, Map.of()));
  }

  /** Decides about some images, and writes what is decided about others to a file. */
  private void decide(Explorer explorer) {
    ExplorerSession session =
        explorer.sessions().openWorkspace(workspace(), JobContext.unattended());
    ImageDataset dataset = session.dataset();
    try (ReviewDesk desk = explorer.reviews().open(session)) {
      for (int i = 0; i < 20; i++) {
        Sample sample = dataset.train().get(i);
        desk.journal()
            .decide(
                JournalEntryBuilder.builder()
                    .time(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(i))
                    .kind(DecisionKind.LABEL)
                    .annotator("ann")
                    .sample(sample.path())
                    .before(dataset.classOf(sample.label()).name())
                    .after("class2")
                    .build());
      }
    }
    String lines =
        dataset.train().stream()
            .skip(40)
            .map(sample -> sample.path() + ",class1,eve,2026-01-03T00:00:00Z\n")
            .collect(Collectors.joining("", "path,new,annotator,time\n", ""));
    try {
      Files.writeString(folder.resolve("decisions.csv"), lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
