package eifexplorer.testing;

import eifexplorer.app.Composition;
import eifexplorer.engine.Architecture;
import eifexplorer.engine.BackboneWeights;
import eifexplorer.engine.Engine;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.job.JobContext;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelFiles;
import eifexplorer.project.Explorer;
import eifexplorer.training.LossSpec;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.DatasetReference;
import eifexplorer.workspace.UserFolders;
import eifexplorer.workspace.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A workspace on coloured discs, three classes to train on and three to test, and models to add to it. */
public final class SmallWorkspace {
  /** Training classes. */
  public static final int CLASSES = 3;

  /** Images a class. */
  public static final int PER_CLASS = 4;

  /** E of the models. */
  public static final int EMBEDDING = 4;

  private static final String NETWORK = "basic-1-1-1-1-w8";

  private final Path folder;

  /** Draws the pictures below a folder and makes the workspace {@code ws} in it, without a model. */
  public SmallWorkspace(Path folder) {
    this.folder = folder;
    ColouredDiscs.write(images(), 2 * CLASSES, PER_CLASS);
    Workspace.create(
        workspace(), "discs", DatasetReference.clean("folder", images().toString(), "1-3", "4-6"));
  }

  /** The data set's folder. */
  public Path images() {
    return folder.resolve("images");
  }

  /** The workspace's folder. */
  public Path workspace() {
    return folder.resolve("ws");
  }

  /** Services that compute features without a tensor runtime. */
  public Explorer explorer() {
    return explorer(MeanColourEngine::new);
  }

  /** Services with another engine. */
  public Explorer explorer(Supplier<Engine> engine) {
    return explorer(folder, engine);
  }

  /** Services whose own files go below a folder, with features computed without a tensor runtime. */
  public static Explorer explorer(Path folder) {
    return explorer(folder, MeanColourEngine::new);
  }

  private static Explorer explorer(Path folder, Supplier<Engine> engine) {
    Path home = folder.resolve("home");
    return Composition.explorer(engine, new UserFolders(home, home), "test");
  }

  /** Adds a model and says what it is called. */
  public ModelCard add(long seed) {
    try (Explorer explorer = explorer()) {
      return explorer
          .workspaces()
          .add(workspace(), ModelFiles.at(model(seed, CLASSES)), JobContext.unattended());
    }
  }

  /** Adds a model whose network is a program, which {@link MeanColourEngine} takes for one without reading it. */
  public ModelCard addProgram() {
    Path program = folder.resolve("network.pt");
    AtomicFiles.write(program, SmallWorkspace::writeProgram);
    Random random = new Random(1);
    int features = MeanColourEngine.PROGRAM_FEATURES;
    StateDict head =
        StateDict.of(
            Map.of(
                "weight", tensor(random, EMBEDDING, features), "bias", tensor(random, EMBEDDING)));
    StateDict proxies = StateDict.of(Map.of("proxies", tensor(random, CLASSES, EMBEDDING)));
    ModelFiles files =
        new ModelFiles(
            program,
            Optional.of(write("head.safetensors", head)),
            Optional.of(write("proxies.safetensors", proxies)),
            Optional.of(LossSpec.SOFT_TRIPLE),
            Optional.empty(),
            24,
            24);
    try (Explorer explorer = explorer()) {
      return explorer.workspaces().add(workspace(), files, JobContext.unattended());
    }
  }

  private static void writeProgram(OutputStream out) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.putNextEntry(new ZipEntry("network/code/__torch__.py"));
    zip.write("def forward(self, x): return x".getBytes(StandardCharsets.UTF_8));
    zip.finish();
  }

  /** Writes a model with its head and so many proxies to a file, as this program keeps models. */
  public Path model(long seed, int proxies) {
    Architecture network = Architecture.parse(NETWORK);
    Random random = new Random(seed);
    Map<String, WeightTensor> last = new LinkedHashMap<>();
    last.put("head.weight", tensor(random, EMBEDDING, network.featureSize()));
    last.put("head.bias", tensor(random, EMBEDDING));
    last.put("proxies", tensor(random, proxies, EMBEDDING));
    StateDict all =
        StateDict.of(last).plus(BackboneWeights.random(network, seed).prefixed("backbone."));
    return write("model" + seed + "-" + proxies + ".safetensors", all);
  }

  /** Writes tensors to a file beside the workspace. */
  public Path write(String name, StateDict weights) {
    Path file = folder.resolve(name);
    AtomicFiles.write(file, out -> Safetensors.write(out, weights, Map.of()));
    return file;
  }

  /** A tensor of random numbers. */
  public static WeightTensor tensor(Random random, int... shape) {
    int size = 1;
    for (int axis : shape) {
      size *= axis;
    }
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return WeightTensor.of(values, shape);
  }
}
