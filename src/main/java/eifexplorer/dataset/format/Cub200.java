package eifexplorer.dataset.format;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.problem.ProblemException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * CUB-200-2011: 11,788 photographs of 200 bird species.
 *
 * <p>Read from {@code images.txt} and {@code image_class_labels.txt} where they are, otherwise from the folders in {@code
 * images/}. Either way samples are sorted by class folder and file name, so that their positions are those the reference
 * has. The official split ({@code train_test_split.txt}) is offered; usual is the first half of the classes against the
 * second, in each case of those that have images. Where the bird is comes from {@code bounding_boxes.txt}, if it is there.
 */
public final class Cub200 implements DatasetFormat {
  private static final String IMAGES = "images";

  private final boolean followLinks;

  /** Links that lead out of the folder are left out. */
  public Cub200() {
    this(false);
  }

  private Cub200(boolean followLinks) {
    this.followLinks = followLinks;
  }

  @Override
  public DatasetFormat followingLinks() {
    return new Cub200(true);
  }

  @Override
  public String id() {
    return "cub";
  }

  @Override
  public String title() {
    return "CUB-200-2011";
  }

  @Override
  public String layout() {
    return "images/ with a folder per class, and usually images.txt and image_class_labels.txt";
  }

  @Override
  public boolean recognises(Path root) {
    return isAnnotated(root) || hasNumberedFolder(root.resolve(IMAGES));
  }

  private static boolean isAnnotated(Path root) {
    return Files.isRegularFile(root.resolve("images.txt"))
        && Files.isRegularFile(root.resolve("image_class_labels.txt"));
  }

  private static boolean hasNumberedFolder(Path images) {
    if (!Files.isDirectory(images)) {
      return false;
    }
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(images, "[0-9][0-9][0-9].*")) {
      return folders.iterator().hasNext();
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public DatasetListing read(Path root) {
    if (!isAnnotated(root)) {
      if (!Files.isDirectory(root.resolve(IMAGES))) {
        throw FolderFiles.missing(root, layout());
      }
      DatasetListing folders = new ImageFolder(followLinks).read(root, SplitFolders.only(IMAGES));
      return new DatasetListing(
              id(),
              root,
              folders.classNames(),
              folders.images(),
              folders.skipped(),
              folders.usual())
          .withOtherReadings(missingLists(root));
    }
    return readAnnotations(root);
  }

  /** A sentence where some of the lists are there, so that the others are missed; without any their lack is meant. */
  private static List<String> missingLists(Path root) {
    Map<Boolean, List<String>> lists =
        Stream.of("images.txt", "image_class_labels.txt", "train_test_split.txt")
            .collect(Collectors.partitioningBy(list -> Files.exists(root.resolve(list))));
    List<String> missing = Objects.requireNonNull(lists.get(false));
    if (missing.size() == 3) {
      return List.of();
    }
    return List.of(
        "The classes are those of the folders in images, since "
            + String.join(" and ", missing)
            + " can't be found: the other lists are not used.");
  }

  private DatasetListing readAnnotations(Path root) {
    CubTables tables = CubTables.read(root);
    List<ListedImage> images = new ArrayList<>();
    FirstUse ids = new FirstUse("image id");
    FirstUse paths = new FirstUse("image");
    for (AnnotationLine line : AnnotationLine.read(root.resolve("images.txt"))) {
      String[] fields = line.fields("image id", "path");
      int imageId = line.number(fields[0], "The image id");
      String path = IMAGES + "/" + line.path(fields[1]);
      ids.claim(imageId, line.place());
      paths.claim(path, line.place());
      images.add(
          new ListedImage(
              path,
              tables.classIndex(imageId, line.place()),
              tables.split(imageId, line.place()),
              OptionalInt.empty(),
              tables.box(imageId)));
    }
    if (images.isEmpty()) {
      throw ProblemException.inFile(
          root.resolve("images.txt"), "The list has no image", "Get it again.");
    }
    images.sort(byFolderAndName());
    List<String> names = tables.classNames(images);
    return new DatasetListing(id(), root, names, images, List.of(), usual(root, images));
  }

  private static Comparator<ListedImage> byFolderAndName() {
    return Comparator.comparing((ListedImage image) -> folder(image.path()))
        .thenComparing(ListedImage::path);
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/'));
  }

  /** Halves of the classes whose folders are there; of all classes if none is. */
  private ClassSelection usual(Path root, List<ListedImage> images) {
    FolderIndex index = new FolderIndex(root, LinkBounds.of(root, followLinks));
    Map<String, Boolean> present = new HashMap<>();
    List<ListedImage> there =
        images.stream()
            .filter(
                image ->
                    present.computeIfAbsent(
                        folder(image.path()), folder -> index.absence(folder).isEmpty()))
            .toList();
    return UsualClasses.halves(there.isEmpty() ? images : there);
  }
}
