package eifexplorer.dataset.format;

import eifexplorer.dataset.ClassLabel;
import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.InjectedNoise;
import eifexplorer.dataset.LabelCorrections;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import eifexplorer.workspace.DatasetReference;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * The samples of an embedding bundle as a workspace keeps them: a CSV file with {@code path,label,class,split,true_label}.
 *
 * <p>Unlike a {@link CsvManifest} it need not have images: features are what the samples are. Labels are dense and used as
 * they are, because the rows of the proxies follow them. Images are looked for in a folder by {@link ImageLocator}.
 */
public final class BundleSamples {
  /** What a workspace calls this kind of data set. */
  public static final String FORMAT = DatasetReference.BUNDLE;

  private static final String[] COLUMNS = {"path", "label", "class", "split", "true_label"};

  private BundleSamples() {}

  /** Writes the samples; the stream is not closed. */
  public static void write(ImageDataset dataset, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    CSVPrinter printer =
        new CSVPrinter(
            writer, CSVFormat.DEFAULT.builder().setHeader(COLUMNS).setRecordSeparator("\n").get());
    Map<Integer, Integer> truths = dataset.noise().map(InjectedNoise::trueLabels).orElse(Map.of());
    for (int i = 0; i < dataset.train().size(); i++) {
      print(printer, dataset, dataset.train().get(i), truths.get(i));
    }
    for (Sample sample : dataset.test()) {
      print(printer, dataset, sample, null);
    }
    printer.flush();
  }

  private static void print(
      CSVPrinter printer, ImageDataset dataset, Sample sample, @Nullable Integer truth)
      throws IOException {
    printer.printRecord(
        sample.path(),
        sample.label(),
        dataset.classOf(sample.label()).name(),
        sample.split().isTest() ? "test" : "train",
        truth == null ? "" : truth);
  }

  /** Reads the samples. Throws {@link ProblemException} naming file and line of what is wrong. */
  public static DatasetListing read(Path file) {
    LooseCsv csv = LooseCsv.read(file);
    csv.require(Set.of(COLUMNS), "The first line names " + String.join(", ", COLUMNS) + ".");
    List<ListedImage> images = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (LooseCsv.Line line : csv.lines()) {
      int label = number(file, line, "label");
      while (names.size() <= label) {
        names.add("class " + names.size());
      }
      names.set(label, line.value("class"));
      OptionalInt truth =
          line.value("true_label").isEmpty()
              ? OptionalInt.empty()
              : OptionalInt.of(number(file, line, "true_label"));
      Split split = line.value("split").equals("train") ? Split.TRAIN : Split.TEST;
      images.add(new ListedImage(line.value("path"), label, Optional.of(split), truth));
    }
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    return new DatasetListing(FORMAT, folder, names, images, List.of(), ClassSelection.official());
  }

  private static int number(Path file, LooseCsv.Line line, String column) {
    String text = line.value(column);
    if (!text.matches("\\d{1,6}")) {
      throw ProblemException.atLine(
          file, line.number(), "The " + column + " is \"" + text + "\"", "Count from 0.");
    }
    return Integer.parseInt(text);
  }

  /**
   * The data set of a listing.
   *
   * @param name what it is called
   * @param images the folder its images are looked for in; none are found in an absent one
   * @param followLinks whether links that lead out of that folder are followed
   */
  public static ImageDataset dataset(
      DatasetListing listing, String name, Optional<Path> images, boolean followLinks) {
    List<ClassLabel> classes = new ArrayList<>();
    for (String className : listing.classNames()) {
      classes.add(new ClassLabel(classes.size(), classes.size() + 1, className));
    }
    List<ListedImage> train = part(listing, false);
    int trained = train.stream().mapToInt(ListedImage::classIndex).max().orElse(-1) + 1;
    return located(
        new ImageDataset(
            name,
            Optional.empty(),
            classes,
            trained,
            samples(train),
            samples(part(listing, true)),
            listing.skipped(),
            noise(train),
            LabelCorrections.NONE,
            Map.of(),
            Map.of()),
        images.filter(Files::isDirectory),
        followLinks);
  }

  /**
   * The same data set with its images where they are found below a folder.
   *
   * @param followLinks whether links that lead out of the folder are followed
   */
  public static ImageDataset located(
      ImageDataset dataset, Optional<Path> images, boolean followLinks) {
    if (images.isEmpty()) {
      return dataset;
    }
    List<String> paths =
        Stream.concat(dataset.train().stream(), dataset.test().stream()).map(Sample::path).toList();
    return dataset.withFiles(new ImageLocator(images.get(), followLinks).locate(paths));
  }

  private static List<ListedImage> part(DatasetListing listing, boolean test) {
    return listing.images().stream()
        .filter(image -> image.split().orElse(Split.TRAIN).isTest() == test)
        .toList();
  }

  private static List<Sample> samples(List<ListedImage> images) {
    return images.stream()
        .map(
            image ->
                new Sample(image.path(), image.classIndex(), image.split().orElse(Split.TRAIN)))
        .toList();
  }

  private static Optional<InjectedNoise> noise(List<ListedImage> train) {
    Map<Integer, Integer> truths = new HashMap<>();
    for (int i = 0; i < train.size(); i++) {
      int row = i;
      int given = train.get(i).classIndex();
      train
          .get(i)
          .trueClassIndex()
          .ifPresent(
              truth -> {
                if (truth != given) {
                  truths.put(row, truth);
                }
              });
    }
    return given(truths, train.size());
  }

  /** Wrong labels that came with the samples; empty if none is wrong. */
  public static Optional<InjectedNoise> given(Map<Integer, Integer> truths, int samples) {
    return truths.isEmpty()
        ? Optional.empty()
        : Optional.of(new InjectedNoise("given", (double) truths.size() / samples, 0, truths));
  }
}
