package eifexplorer.training;

import eifexplorer.embedding.EmbeddingHead;
import eifexplorer.embedding.Proxies;
import eifexplorer.engine.checkpoint.Safetensors;
import eifexplorer.engine.checkpoint.StateDict;
import eifexplorer.engine.checkpoint.WeightTensor;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Everything a run needs to go on as if it had never stopped; immutable.
 *
 * <p>As a file it is {@code .safetensors} with the position in its notes. Augmentation needs no state: its chance depends
 * on seed, epoch and sample alone.
 *
 * @param position how far the run has come
 * @param weights {@code backbone.*} (whole networks only), {@code head.weight} [E,F], {@code head.bias} [E], {@code
 *     proxies} [C*K,E] and {@code optimiser.*}
 * @param sampler state of the sampler before the position's epoch
 */
public record Checkpoint(TrainingPosition position, StateDict weights, long[] sampler) {
  private static final String SAMPLER = "sampler";
  private static final String POSITION = "position";
  private static final String FORMAT = "format";
  private static final String CURRENT = "eif-explorer checkpoint 1";

  /** The last layer. */
  public EmbeddingHead head() {
    return new EmbeddingHead(
        weights.get("head.weight").floats(), weights.get("head.bias").floats());
  }

  /** The proxies, K centres a class. */
  public Proxies proxies(int centresPerClass) {
    return new Proxies(
        weights.get("proxies").floats(), weights.get("head.bias").size(), centresPerClass);
  }

  /** The back bone under torchvision's names; empty if it was frozen. */
  public StateDict backbone() {
    return weights.below("backbone.");
  }

  /** The weights alone: a third of the size, but no run goes on from it. */
  Checkpoint withoutOptimiser() {
    return new Checkpoint(
        position, weights.filtered(name -> !name.startsWith("optimiser.")), sampler);
  }

  /** Writes it whole or not at all. Throws {@link ProblemException} if it can't be written. */
  public void write(Path file) {
    Map<String, WeightTensor> all = new LinkedHashMap<>();
    all.put(SAMPLER, WeightTensor.of(sampler, sampler.length));
    all.putAll(weights.asMap());
    Map<String, String> notes = Map.of(FORMAT, CURRENT, POSITION, Json.line(position));
    AtomicFiles.write(file, out -> Safetensors.write(out, StateDict.of(all), notes));
  }

  /** Reads one. Throws {@link ProblemException} if the file is broken, or of a newer version. */
  public static Checkpoint read(Path file) {
    Map<String, String> notes = Safetensors.readMetadata(file);
    if (!CURRENT.equals(notes.get(FORMAT)) || !notes.containsKey(POSITION)) {
      throw ProblemException.inFile(
          file,
          "This is no checkpoint that this version can read",
          "Update EIF Explorer, or start a new run.");
    }
    StateDict all = Safetensors.read(file);
    LongBuffer view = all.get(SAMPLER).longView();
    long[] sampler = new long[view.remaining()];
    view.get(sampler);
    return new Checkpoint(
        Json.parse(notes.get(POSITION), TrainingPosition.class, file.toString()),
        all.filtered(name -> !name.equals(SAMPLER)),
        sampler);
  }
}
