package eifexplorer.review.copies;

import eifexplorer.embedding.FeatureMatrix;
import eifexplorer.embedding.HeapFeatures;
import eifexplorer.embedding.Metric;
import eifexplorer.embedding.NearestNeighbours;
import eifexplorer.embedding.NeighbourTable;
import eifexplorer.image.ImageDecoder;
import eifexplorer.job.ComputePool;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.copies.ComparedPairs.Pictures;
import eifexplorer.review.copies.ComparedPairs.Result;
import eifexplorer.review.copies.PictureComparison.Likeness;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.LongStream;

/**
 * Finds the photographs that a data set holds more than once: the same file, the same picture in another file, and near
 * copies (resized, saved again, recoloured, mirrored, cut out). Immutable; runs on the calling thread and the shared pool.
 *
 * <p>Not every pair is compared, but each image with those nearest to it by the model's features, and by the coarse look of
 * the pictures, mirrored ones too. Memory follows the number of images, not their size.
 */
public final class CopyFinder {
  /** So many of the nearest by features may be parts of an image; of the nearest by looks only the whole is compared. */
  private static final int NEAR_FEATURES = 4;

  private static final int NEAR_LOOKS = 3;
  private static final int NEAR_MIRRORED = 2;

  /** Pictures read, or pairs compared, between two looks at whether to stop or to give way. */
  private static final int BATCH = 64;

  private static final long NO_PICTURE = -1;

  private final MatrixMath math;
  private final Consumer<Path> ensure;

  /**
   * Finds copies.
   *
   * @param math for the neighbours
   * @param ensure makes sure that a picture is there to be read
   */
  public CopyFinder(MatrixMath math, Consumer<Path> ensure) {
    this.math = math;
    this.ensure = ensure;
  }

  /**
   * The copies among some images, by ascending rows.
   *
   * @param files file of every image [n]; empty where there is none. Those that can't be read are copies of nothing
   * @param features [n,F] of the same images
   * @param signatures where pictures that were read before are found, and beside it pairs that were compared
   * @throws eifexplorer.job.JobCancelledException when cancelled; what was read and compared until then is kept
   */
  public List<CopyLink> find(
      List<Optional<Path>> files,
      FeatureMatrix features,
      SignatureFile signatures,
      JobContext context) {
    Map<Long, CopyLink> links = new TreeMap<>();
    for (List<Integer> same : SameFiles.groups(files, context.withoutProgress())) {
      for (int k = 1; k < same.size(); k++) {
        add(links, CopyLink.of(same.get(0), same.get(k), CopyKind.SAME_FILE, 1));
      }
    }
    if (files.stream().noneMatch(Optional::isPresent)) {
      sameFeatures(features).forEach(link -> add(links, link));
      return List.copyOf(links.values());
    }
    long[] places = read(files, signatures, context);
    Set<Long> parts = new TreeSet<>();
    JobContext quiet = context.withoutProgress();
    addPairs(
        parts,
        new NearestNeighbours(math).within(features, Metric.EUCLIDEAN, NEAR_FEATURES, quiet),
        places);
    long[] pairs = candidates(parts, places, signatures, quiet);
    for (CopyLink copy : compared(pairs, parts, places, files, signatures, context)) {
      links.putIfAbsent(key(copy.first(), copy.second()), copy);
    }
    return List.copyOf(links.values());
  }

  private static void add(Map<Long, CopyLink> links, CopyLink link) {
    links.put(key(link.first(), link.second()), link);
  }

  private static long key(int first, int second) {
    return (long) first << Integer.SIZE | second;
  }

  /** Where each picture's signature stands [n]; {@link #NO_PICTURE} for those that can't be read. */
  private long[] read(List<Optional<Path>> files, SignatureFile signatures, JobContext context) {
    long[] places = new long[files.size()];
    Arrays.fill(places, NO_PICTURE);
    for (int from = 0; from < places.length; from += BATCH) {
      context.giveWay();
      context.checkCancelled();
      int first = from;
      ComputePool.shared()
          .forEach(
              Math.min(BATCH, places.length - from),
              k ->
                  files
                      .get(first + k)
                      .ifPresent(file -> places[first + k] = place(file, signatures)));
      context.progress(Math.min(places.length, from + BATCH), places.length, "pictures");
    }
    return places;
  }

  private long place(Path file, SignatureFile signatures) {
    try {
      ensure.accept(file);
      return signatures.place(file);
    } catch (ProblemException e) {
      // It is among the data set's skipped images, or is seen to be unreadable where it is shown.
      return NO_PICTURE;
    }
  }

  /** Pairs worth comparing, each once, ascending. */
  private long[] candidates(
      Set<Long> parts, long[] places, SignatureFile signatures, JobContext quiet) {
    NearestNeighbours search = new NearestNeighbours(math);
    Set<Long> pairs = new TreeSet<>(parts);
    FeatureMatrix looks = looks(places, signatures, false);
    addPairs(pairs, search.within(looks, Metric.EUCLIDEAN, NEAR_LOOKS, quiet), places);
    FeatureMatrix mirrored = looks(places, signatures, true);
    addPairs(
        pairs, search.between(mirrored, looks, Metric.EUCLIDEAN, NEAR_MIRRORED, quiet), places);
    return pairs.stream().mapToLong(Long::longValue).toArray();
  }

  private static void addPairs(Set<Long> pairs, NeighbourTable table, long[] places) {
    for (int i = 0; i < table.rows(); i++) {
      for (int p = 0; p < table.k() && table.index(i, p) != NeighbourTable.NONE; p++) {
        int j = table.index(i, p);
        if (j != i && places[i] != NO_PICTURE && places[j] != NO_PICTURE) {
          pairs.add(key(Math.min(i, j), Math.max(i, j)));
        }
      }
    }
  }

  private static FeatureMatrix looks(long[] places, SignatureFile signatures, boolean mirrored) {
    int columns = 64;
    float[] looks = new float[Math.multiplyExact(places.length, columns)];
    ComputePool.shared()
        .forEach(
            places.length,
            i -> {
              if (places[i] != NO_PICTURE) {
                System.arraycopy(
                    signatures.get(places[i]).look(mirrored), 0, looks, i * columns, columns);
              }
            });
    return new HeapFeatures(looks, places.length, columns);
  }

  private static List<CopyLink> compared(
      long[] pairs,
      Set<Long> parts,
      long[] places,
      List<Optional<Path>> files,
      SignatureFile signatures,
      JobContext context) {
    List<CopyLink> found = new ArrayList<>();
    try (ComparedPairs known = new ComparedPairs(signatures.folder())) {
      for (int from = 0; from < pairs.length; from += BATCH) {
        context.giveWay();
        context.checkCancelled();
        int begin = from;
        int end = Math.min(pairs.length, from + BATCH);
        List<Pictures> pictures =
            LongStream.range(from, end)
                .mapToObj(k -> pictures(pairs[(int) k], parts, places, signatures))
                .toList();
        List<Result> results =
            ComputePool.shared()
                .map(
                    end - from,
                    k ->
                        known
                            .get(pictures.get(k))
                            .orElseGet(
                                () ->
                                    compared(pairs[begin + k], parts, places, files, signatures)));
        known.add(pictures, results);
        for (int k = 0; k < results.size(); k++) {
          Result result = results.get(k);
          long pair = pairs[from + k];
          result
              .kind()
              .ifPresent(
                  kind ->
                      found.add(CopyLink.of(first(pair), second(pair), kind, result.likeness())));
        }
        context.progress(end, pairs.length, "pairs");
      }
    }
    return found;
  }

  private static int first(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  private static int second(long pair) {
    return (int) pair;
  }

  private static Pictures pictures(
      long pair, Set<Long> parts, long[] places, SignatureFile signatures) {
    return new Pictures(
        signatures.keyAt(places[first(pair)]),
        signatures.keyAt(places[second(pair)]),
        parts.contains(pair));
  }

  private static Result compared(
      long pair,
      Set<Long> parts,
      long[] places,
      List<Optional<Path>> files,
      SignatureFile signatures) {
    return PictureComparison.best(
            signatures.get(places[first(pair)]),
            signatures.get(places[second(pair)]),
            parts.contains(pair))
        .filter(Likeness::isCopy)
        .map(
            likeness ->
                result(
                    likeness,
                    files.get(first(pair)).orElseThrow(),
                    files.get(second(pair)).orElseThrow()))
        .orElse(Result.NO_COPIES);
  }

  private static Result result(Likeness likeness, Path first, Path second) {
    boolean same = likeness.value() > 0.999 && samePixels(first, second);
    return new Result(
        Optional.of(same ? CopyKind.SAME_PICTURE : likeness.kind()),
        same ? 1 : Math.min(1, likeness.value()));
  }

  private static boolean samePixels(Path first, Path second) {
    try {
      return ImageDecoder.decodeUpright(first).equals(ImageDecoder.decodeUpright(second));
    } catch (ProblemException e) {
      return false;
    }
  }

  /** Images whose features are the same, value for value. */
  private static List<CopyLink> sameFeatures(FeatureMatrix features) {
    Map<Integer, List<Integer>> byHash = new TreeMap<>();
    for (int i = 0; i < features.rows(); i++) {
      byHash.computeIfAbsent(Arrays.hashCode(features.row(i)), h -> new ArrayList<>()).add(i);
    }
    List<CopyLink> links = new ArrayList<>();
    for (List<Integer> rows : byHash.values()) {
      for (int k = 1; k < rows.size(); k++) {
        int row = rows.get(k);
        rows.subList(0, k).stream()
            .filter(other -> Arrays.equals(features.row(other), features.row(row)))
            .findFirst()
            .ifPresent(other -> links.add(CopyLink.of(other, row, CopyKind.SAME_FEATURES, 1)));
      }
    }
    links.sort(Comparator.comparingInt(CopyLink::first));
    return links;
  }
}
