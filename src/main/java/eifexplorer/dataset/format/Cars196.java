package eifexplorer.dataset.format;

import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.SkippedSample;
import eifexplorer.dataset.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Cars 196: 16,185 photographs of 196 car models.
 *
 * <p>Read from the single {@code cars_annos.mat} the reference uses, in its order, or from the development kit ({@code
 * cars_train_annos.mat}, {@code cars_test_annos_withlabels.mat}, {@code cars_meta.mat} in {@code devkit/} or the root)
 * with training images first. Usual is the first half of the classes against the second; the files' split is offered.
 */
public final class Cars196 implements DatasetFormat {
  private static final int MOST_CLASSES = 10_000;
  private static final String NOT_THE_DEVKIT =
      "Cars 196 is read from cars_annos.mat and car_ims/. The development kit lies there too; it is"
          + " read where cars_annos.mat is not.";
  private static final String NOT_THE_SINGLE =
      "Cars 196 is read from the development kit, cars_train/ and cars_test/. cars_annos.mat lies"
          + " there too; it is read where its images are in car_ims/.";

  @Override
  public String id() {
    return "cars";
  }

  @Override
  public String title() {
    return "Cars 196";
  }

  @Override
  public String layout() {
    return "cars_annos.mat and car_ims/, or devkit/ with cars_train_annos.mat, cars_train/ and"
        + " cars_test/";
  }

  @Override
  public boolean recognises(Path root) {
    return Files.isRegularFile(root.resolve("cars_annos.mat"))
        || devkit(root, "cars_train_annos.mat").isPresent();
  }

  private static Optional<Path> devkit(Path root, String name) {
    return FolderFiles.firstOf(root, "devkit/" + name, "car_devkit/devkit/" + name, name);
  }

  @Override
  public DatasetListing read(Path root) {
    Path single = root.resolve("cars_annos.mat");
    boolean both = Files.isRegularFile(single) && devkit(root, "cars_train_annos.mat").isPresent();
    if (Files.isRegularFile(single) && !hasImagesOfDevkitAlone(root)) {
      DatasetListing listing = readSingle(root, single);
      return both ? listing.withOtherReadings(List.of(NOT_THE_DEVKIT)) : listing;
    }
    DatasetListing listing = readDevkit(root);
    return both ? listing.withOtherReadings(List.of(NOT_THE_SINGLE)) : listing;
  }

  /** After all files of the data set's page were got: both annotations, but the images of one. */
  private static boolean hasImagesOfDevkitAlone(Path root) {
    return devkit(root, "cars_train_annos.mat").isPresent()
        && Files.isDirectory(root.resolve("cars_train"))
        && !Files.isDirectory(root.resolve("car_ims"));
  }

  private DatasetListing readSingle(Path root, Path file) {
    CarsAnnotations annotations = CarsAnnotations.read(file);
    Listed listed = new Listed(annotations.classNames());
    boolean official = annotations.has("test");
    String pathField = annotations.fieldOr("relative_im_path", 0);
    String classField = annotations.fieldOr("class", 5);
    for (CarsAnnotations.Entry entry : annotations.entries(pathField, classField)) {
      Split split = entry.test() ? Split.TEST : Split.TRAIN;
      listed.add(entry, "", official ? Optional.of(split) : Optional.empty());
    }
    return listed.listing(this, root);
  }

  private DatasetListing readDevkit(Path root) {
    Path train =
        devkit(root, "cars_train_annos.mat").orElseThrow(() -> FolderFiles.missing(root, layout()));
    Optional<Path> test =
        Stream.of("cars_test_annos_withlabels.mat", "cars_test_annos.mat")
            .flatMap(name -> devkit(root, name).stream())
            .findFirst();
    Listed listed =
        new Listed(
            devkit(root, "cars_meta.mat")
                .map(file -> MatlabFile.read(file).texts("class_names"))
                .orElse(List.of()));
    addAll(listed, train, folder(root, "cars_train"), Split.TRAIN);
    test.ifPresent(file -> addAll(listed, file, folder(root, "cars_test"), Split.TEST));
    return listed.listing(this, root);
  }

  /** The folder of the images; some archives hold it in a folder of the same name. */
  private static String folder(Path root, String name) {
    return Files.isDirectory(root.resolve(name).resolve(name)) ? name + "/" + name : name;
  }

  private static void addAll(Listed listed, Path file, String folder, Split split) {
    for (CarsAnnotations.Entry entry : CarsAnnotations.read(file).entries("fname", "class")) {
      listed.add(entry, folder + "/", Optional.of(split));
    }
  }

  /** What has been read so far. */
  private static final class Listed {
    private final List<String> names;
    private final List<ListedImage> images = new ArrayList<>();
    private final List<SkippedSample> skipped = new ArrayList<>();
    private final FirstUse paths = new FirstUse("image");
    private int classes;

    /** {@code names} may be empty. */
    Listed(List<String> names) {
      this.names = names;
      classes = names.size();
    }

    void add(CarsAnnotations.Entry entry, String prefix, Optional<Split> split) {
      String path = prefix + ImagePaths.relative(entry.path(), entry.place());
      paths.claim(path, entry.place());
      if (entry.classNumber().isEmpty()) {
        skipped.add(
            new SkippedSample(
                path, "its class is not in this file; get cars_test_annos_withlabels.mat"));
        return;
      }
      int number = entry.classNumber().getAsInt();
      int most = names.isEmpty() ? MOST_CLASSES : names.size();
      if (number < 1 || number > most) {
        throw entry.place().problem("The class is " + number, "Allowed: 1 to " + most + ".");
      }
      classes = Math.max(classes, number);
      images.add(new ListedImage(path, number - 1, split, OptionalInt.empty(), entry.box()));
    }

    DatasetListing listing(DatasetFormat format, Path root) {
      List<String> all =
          IntStream.range(0, classes)
              .mapToObj(i -> names.isEmpty() ? "class_" + (i + 1) : names.get(i))
              .toList();
      return new DatasetListing(
          format.id(), root, all, images, skipped, UsualClasses.halves(images));
    }
  }
}
