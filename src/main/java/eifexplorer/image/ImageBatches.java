package eifexplorer.image;

import eifexplorer.job.Prefetch;
import eifexplorer.job.Workers;
import eifexplorer.problem.ProblemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decodes pictures in parallel, a few batches ahead, and hands them out in order, as batches of equal size.
 *
 * <p>A picture whose content can't be used is left out and noted in {@link #skipped}; one that can't be had at the moment
 * ends the reading with an {@link UnreachableImageException}. To cancel, stop asking and close; what is
 * being decoded ends by itself. For one consumer thread, which must not be one of the workers. Memory: two batches of
 * decoded bytes ahead, and the floats of the batch handed out.
 */
public final class ImageBatches implements Iterator<ImageBatch>, AutoCloseable {
  private static final int BATCHES_AHEAD = 2;

  /** Where evaluation starts another batch although fewer pictures than asked for are in it; 200 MB of floats. */
  private static final long MAX_BATCH_PIXELS = 1L << 24;

  /** A sample to read; {@code batch} is the number of the batch it was planned for. */
  private record Item(int batch, int index, Path file) {}

  /** A sample read. */
  private sealed interface Result {}

  private record Picture(Item item, RgbImage pixels) implements Result {}

  private record Unreadable(Item item, String reason) implements Result {}

  private final Prefetch<Item, Result> results;
  private final Normalization normalization;
  private final int batchSize;
  private final long maxPixels;
  private final List<SkippedImage> skipped = new ArrayList<>();
  private @Nullable Picture first;

  private ImageBatches(
      Stream<Item> items,
      Function<Item, RgbImage> reading,
      Normalization normalization,
      int batchSize,
      long maxPixels,
      Workers workers) {
    this.normalization = normalization;
    this.batchSize = batchSize;
    this.maxPixels = maxPixels;
    int ahead = Math.max(BATCHES_AHEAD * batchSize, workers.width() + 1);
    this.results = new Prefetch<>(items.iterator(), item -> read(item, reading), workers, ahead);
  }

  /**
   * Batches of all files in order; consecutive pictures of one size go together.
   *
   * @param batchSize pictures in a batch at most, 1 to 4096
   * @throws ProblemException if the batch size is out of range
   */
  public static ImageBatches evaluation(
      List<Path> files, Preprocessing preprocessing, int batchSize, Workers workers) {
    if (batchSize < 1 || batchSize > 4096) {
      throw ProblemException.badValue("batch size", batchSize, "1 to 4096");
    }
    return new ImageBatches(
        IntStream.range(0, files.size()).mapToObj(i -> new Item(0, i, files.get(i))),
        item -> preprocessing.resizeAndCrop(ImageDecoder.decode(item.file())),
        preprocessing.normalization(),
        batchSize,
        MAX_BATCH_PIXELS,
        workers);
  }

  /**
   * Augmented batches as a sampler planned them; a batch is smaller by the pictures that can't be used, and left out
   * if there is none.
   *
   * @param plan for each batch the places in {@code files} of its samples
   * @param seed with the epoch and the sample's place, all that chance depends on
   */
  public static ImageBatches training(
      List<Path> files,
      List<int[]> plan,
      TrainingAugmentation augmentation,
      long seed,
      int epoch,
      Workers workers) {
    int largest = plan.stream().mapToInt(batch -> batch.length).max().orElse(1);
    return new ImageBatches(
        IntStream.range(0, plan.size())
            .boxed()
            .flatMap(b -> Arrays.stream(plan.get(b)).mapToObj(i -> new Item(b, i, files.get(i)))),
        item ->
            augmentation.cropAndFlip(ImageDecoder.decode(item.file()), seed, epoch, item.index()),
        augmentation.normalization(),
        Math.max(1, largest),
        Long.MAX_VALUE,
        workers);
  }

  private static Result read(Item item, Function<Item, RgbImage> reading) {
    try {
      return new Picture(item, reading.apply(item));
    } catch (UnreachableImageException e) {
      throw e;
    } catch (ProblemException e) {
      return new Unreadable(item, EncodedImage.naming(item.file(), e).getMessage());
    }
  }

  private @Nullable Picture nextUsable() {
    while (results.hasNext()) {
      Result result = results.next();
      if (result instanceof Picture picture) {
        return picture;
      }
      if (result instanceof Unreadable left) {
        skipped.add(new SkippedImage(left.item().index(), left.reason()));
      }
    }
    return null;
  }

  /** True if there is another batch; waits for its first picture. */
  @Override
  public boolean hasNext() {
    if (first == null) {
      first = nextUsable();
    }
    return first != null;
  }

  /** The next batch, waiting for its pictures if need be. */
  @Override
  public ImageBatch next() {
    @Nullable Picture next = hasNext() ? first : null;
    if (next == null) {
      throw new NoSuchElementException();
    }
    List<Picture> batch = new ArrayList<>();
    do {
      batch.add(next);
      next = nextUsable();
    } while (next != null && fits(next, batch));
    first = next;
    return assemble(batch);
  }

  private boolean fits(Picture next, List<Picture> batch) {
    Picture last = batch.get(batch.size() - 1);
    ImageSize size = next.pixels().size();
    return batch.size() < batchSize
        && next.item().batch() == last.item().batch()
        && size.equals(last.pixels().size())
        && (batch.size() + 1) * size.pixels() <= maxPixels;
  }

  private ImageBatch assemble(List<Picture> batch) {
    ImageSize size = batch.get(0).pixels().size();
    int length = RgbImage.CHANNELS * size.width() * size.height();
    float[] pixels = new float[Math.multiplyExact(batch.size(), length)];
    for (int i = 0; i < batch.size(); i++) {
      normalization.write(batch.get(i).pixels(), pixels, i * length);
    }
    int[] indices = batch.stream().mapToInt(result -> result.item().index()).toArray();
    return new ImageBatch(size, batch.get(0).item().batch(), indices, pixels);
  }

  /** The samples left out so far, in order; complete once {@link #hasNext} is false. */
  public List<SkippedImage> skipped() {
    return List.copyOf(skipped);
  }

  /** Drops what was read ahead. */
  @Override
  public void close() {
    first = null;
    results.close();
  }
}
