package eifexplorer.dataset.format;

import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
import eifexplorer.dataset.SubjectBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The files of CUB-200-2011 that say something about an image id: its class, its split; and the class names. */
final class CubTables {
  private static final int MOST_CLASSES = 100_000;

  /** Empty if there is no classes.txt. */
  private final List<String> names;

  private final Map<Integer, Integer> classNumbers;

  /** Empty if there is no train_test_split.txt. */
  private final Map<Integer, Integer> training;

  /** Empty if there is no bounding_boxes.txt. */
  private final Map<Integer, SubjectBox> boxes;

  private CubTables(
      List<String> names,
      Map<Integer, Integer> classNumbers,
      Map<Integer, Integer> training,
      Map<Integer, SubjectBox> boxes) {
    this.boxes = boxes;
    this.names = names;
    this.classNumbers = classNumbers;
    this.training = training;
  }

  /** Reads {@code image_class_labels.txt} and, where they are, {@code classes.txt}, {@code train_test_split.txt} and {@code bounding_boxes.txt}. */
  static CubTables read(Path root) {
    Path classFile = root.resolve("classes.txt");
    List<String> names = Files.isRegularFile(classFile) ? names(classFile) : List.of();
    int most = names.isEmpty() ? MOST_CLASSES : names.size();
    Path splitFile = root.resolve("train_test_split.txt");
    return new CubTables(
        names,
        table(root.resolve("image_class_labels.txt"), "class number", 1, most),
        Files.isRegularFile(splitFile) ? table(splitFile, "training mark", 0, 1) : Map.of(),
        boxes(root.resolve("bounding_boxes.txt")));
  }

  private static List<String> names(Path file) {
    List<String> names = new ArrayList<>();
    for (AnnotationLine line : AnnotationLine.read(file)) {
      String[] fields = line.fields("class number", "name");
      if (line.number(fields[0], "The class number") != names.size() + 1) {
        throw line.place()
            .problem(
                "The class number is " + fields[0],
                "The classes should be numbered 1, 2, 3, ...; expected "
                    + (names.size() + 1)
                    + ".");
      }
      names.add(fields[1]);
    }
    return names;
  }

  private static Map<Integer, Integer> table(Path file, String name, int least, int most) {
    Map<Integer, Integer> table = new HashMap<>();
    FirstUse ids = new FirstUse("image id");
    for (AnnotationLine line : AnnotationLine.read(file)) {
      String[] fields = line.fields("image id", name);
      int imageId = line.number(fields[0], "The image id");
      int value = line.number(fields[1], "The " + name);
      if (value < least || value > most) {
        throw line.place()
            .problem(
                String.format(Locale.ROOT, "The %s is %d", name, value),
                "Allowed: " + least + " to " + most + ".");
      }
      ids.claim(imageId, line.place());
      table.put(imageId, value);
    }
    return table;
  }

  private static Map<Integer, SubjectBox> boxes(Path file) {
    Map<Integer, SubjectBox> boxes = new HashMap<>();
    if (Files.isRegularFile(file)) {
      for (AnnotationLine line : AnnotationLine.read(file)) {
        String[] fields = line.fields("image id", "x", "y", "width", "height");
        boxes.put(
            line.number(fields[0], "The image id"),
            line.box(fields[1], fields[2], fields[3], fields[4]));
      }
    }
    return boxes;
  }

  /** Where the subject of an image is, empty if there is no line for it. */
  Optional<SubjectBox> box(int imageId) {
    return Optional.ofNullable(boxes.get(imageId));
  }

  /** Class of an image from 0. Throws {@link eifexplorer.problem.ProblemException} at the place if it has none. */
  int classIndex(int imageId, Place place) {
    return value(classNumbers, imageId, "image_class_labels.txt", place) - 1;
  }

  /** Official split of an image, empty if there is none for any. */
  Optional<Split> split(int imageId, Place place) {
    if (training.isEmpty()) {
      return Optional.empty();
    }
    boolean train = value(training, imageId, "train_test_split.txt", place) == 1;
    return Optional.of(train ? Split.TRAIN : Split.TEST);
  }

  private static int value(Map<Integer, Integer> table, int imageId, String file, Place place) {
    Integer value = table.get(imageId);
    if (value == null) {
      throw place.problem(
          "The image id " + imageId + " is not in " + file, "Add its line to " + file + ".");
    }
    return value;
  }

  /** The class names; without {@code classes.txt} the folders of the images. */
  List<String> classNames(List<ListedImage> images) {
    if (!names.isEmpty() || images.isEmpty()) {
      return names;
    }
    Map<Integer, String> folders = new TreeMap<>();
    for (ListedImage image : images) {
      String[] parts = image.path().split("/", -1);
      folders.putIfAbsent(image.classIndex(), parts[parts.length - 2]);
    }
    return IntStream.rangeClosed(0, Collections.max(folders.keySet()))
        .mapToObj(i -> folders.getOrDefault(i, "class_" + (i + 1)))
        .toList();
  }
}
