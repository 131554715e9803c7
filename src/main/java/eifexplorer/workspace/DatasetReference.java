package eifexplorer.workspace;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which data set a workspace is about, in the words of the command line.
 *
 * @param format such as {@code cub}; {@code bundle} for features without images
 * @param root folder or file
 * @param trainClasses class ranges such as {@code 1-25}; empty for the usual ones
 * @param testClasses class ranges; empty for the usual ones
 * @param noiseModel empty for clean labels
 * @param noiseFraction share of training labels made wrong, 0..1
 * @param noiseSeed seed of that choice
 * @param images folder that a list's paths are relative to; empty for the list's own
 * @param followLinks whether links that lead out of the data set's folder are followed
 */
@RecordBuilder
public record DatasetReference(
    String format,
    String root,
    String trainClasses,
    String testClasses,
    String noiseModel,
    double noiseFraction,
    long noiseSeed,
    String images,
    boolean followLinks)
    implements DatasetReferenceBuilder.With {
  /** {@link #format} of the samples of an embedding bundle. */
  public static final String BUNDLE = "bundle";

  /** Absent texts become empty. Throws {@link NullPointerException} without a format or root. */
  public DatasetReference {
    Objects.requireNonNull(format);
    Objects.requireNonNull(root);
    trainClasses = trainClasses == null ? "" : trainClasses;
    testClasses = testClasses == null ? "" : testClasses;
    noiseModel = noiseModel == null ? "" : noiseModel;
    images = images == null ? "" : images;
  }

  /** A data set whose images lie where its own files say. */
  public DatasetReference(
      String format,
      String root,
      String trainClasses,
      String testClasses,
      String noiseModel,
      double noiseFraction,
      long noiseSeed) {
    this(format, root, trainClasses, testClasses, noiseModel, noiseFraction, noiseSeed, "", false);
  }

  /** A data set with its labels as they are. */
  public static DatasetReference clean(
      String format, String root, String trainClasses, String testClasses) {
    return new DatasetReference(format, root, trainClasses, testClasses, "", 0, 0);
  }

  /** For people: {@code cub in /data/CUB, classes 1-25 and 26-50, 10 % of the labels wrong (shift5, seed 0)}. */
  @Override
  public String toString() {
    String classes =
        trainClasses.isEmpty() && testClasses.isEmpty()
            ? ""
            : ", classes "
                + (trainClasses.isEmpty() ? "usual" : trainClasses)
                + " and "
                + (testClasses.isEmpty() ? "all others" : testClasses);
    String noise =
        noiseFraction == 0
            ? ""
            : String.format(
                Locale.ROOT,
                ", %.0f %% of the labels wrong (%s, seed %d)",
                100 * noiseFraction,
                noiseModel,
                noiseSeed);
    return format + " in " + root + classes + noise;
  }

  /** Where it lies. */
  public DatasetPlace place() {
    return new DatasetPlace(
        Path.of(root),
        Optional.of(images).filter(folder -> !folder.isEmpty()).map(Path::of),
        followLinks);
  }

  /** The same data set at another place. */
  public DatasetReference at(DatasetPlace place) {
    return with(
        changed ->
            changed
                .root(place.root().toString())
                .images(place.images().map(Path::toString).orElse(""))
                .followLinks(place.followLinks()));
  }

  /** The same data set with other labels made wrong. */
  public DatasetReference withNoise(String model, double fraction, long seed) {
    return with(changed -> changed.noiseModel(model).noiseFraction(fraction).noiseSeed(seed));
  }
}
