package eifexplorer.session;

import eifexplorer.array.KeptArrays;
import eifexplorer.array.Npz;
import eifexplorer.confusion.ConfusionFinder.SearchKeeper;
import eifexplorer.workspace.AtomicFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far a search for nearest neighbours is, in {@code nearest-part.npz}: {@code nearest} [done], of the first samples. Written
 * every few seconds; a search that takes less leaves no such file.
 */
final class PartialSearch implements SearchKeeper {
  private static final Logger LOG = LoggerFactory.getLogger(PartialSearch.class);

  private final Path file;
  private final long everyNanos;
  private long last = System.nanoTime();

  PartialSearch(Path folder, Duration every) {
    this.file = folder.resolve("nearest-part.npz");
    this.everyNanos = every.toNanos();
  }

  @Override
  public int begin(int[] nearest) {
    Optional<int[]> kept = KeptArrays.read(file, npz -> npz.array("nearest").ints());
    return kept.filter(found -> fits(found, nearest.length))
        .map(
            found -> {
              System.arraycopy(found, 0, nearest, 0, found.length);
              return found.length;
            })
        .orElse(0);
  }

  private static boolean fits(int[] found, int samples) {
    return found.length <= samples
        && Arrays.stream(found).allMatch(index -> index >= 0 && index < samples);
  }

  @Override
  public void upTo(int[] nearest, int done) {
    if (System.nanoTime() - last < everyNanos || done == nearest.length) {
      return;
    }
    KeptArrays.keep(
        () ->
            AtomicFiles.write(
                file,
                out -> {
                  Npz.Writer writer = new Npz.Writer(out);
                  writer.put(
                      "nearest", Arrays.stream(nearest, 0, done).asLongStream().toArray(), done);
                  writer.finish();
                }));
    last = System.nanoTime();
  }

  /** Deletes what was kept on the way. */
  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.debug("{} stays", file, e);
    }
  }
}
