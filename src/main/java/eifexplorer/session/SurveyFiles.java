package eifexplorer.session;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.influence.PairSummary;
import eifexplorer.workspace.AtomicFiles;
import eifexplorer.workspace.Json;
import eifexplorer.workspace.Provenance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A survey's folder: {@code provenance.json} and a file {@code pairs-00000.npz} for each block of pairs, which appears
 * whole or not at all, so that a killed survey goes on after its last block.
 *
 * <p>A block holds its summaries, see {@link SummaryArrays}, and {@code harm [N]}, the block's share of each training
 * image's harm.
 */
final class SurveyFiles {
  private final Path folder;

  /** False once a block could not be kept: then the others are not tried. */
  private boolean writable = true;

  SurveyFiles(Path folder) {
    this.folder = folder;
  }

  void begin(Provenance provenance) {
    Path file = folder.resolve("provenance.json");
    if (!Files.exists(file)) {
      writable = KeptArrays.keep(() -> Json.write(file, provenance));
    }
  }

  private Path file(int block) {
    return folder.resolve(String.format(Locale.ROOT, "pairs-%05d.npz", block));
  }

  /**
   * A block that was kept; empty if it was not, is damaged, or holds other pairs.
   *
   * @param trainingSamples N
   */
  Optional<SurveyBlock> find(int block, List<TestPair> pairs, int trainingSamples) {
    return KeptArrays.read(file(block), npz -> read(npz, pairs.size(), trainingSamples))
        .filter(kept -> kept.summaries().stream().map(PairSummary::pair).toList().equals(pairs));
  }

  private static SurveyBlock read(Npz npz, int n, int trainingSamples) {
    return new SurveyBlock(
        SummaryArrays.read(npz, n, trainingSamples),
        npz.array("harm").requireShape(trainingSamples).doubles());
  }

  /** Keeps a block if it can be kept. */
  boolean save(int block, SurveyBlock content) {
    writable = writable && KeptArrays.keep(() -> write(block, content));
    return writable;
  }

  private void write(int block, SurveyBlock content) {
    AtomicFiles.write(
        file(block),
        out -> {
          Npz.Writer writer = new Npz.Writer(out);
          SummaryArrays.put(writer, content.summaries());
          writer.put("harm", content.harm(), content.harm().length);
          writer.finish();
        });
  }
}
