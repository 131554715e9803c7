package eifexplorer.dataset.format;

import eifexplorer.dataset.SubjectBox;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import us.hebi.matlab.mat.types.Struct;

/** One of the MATLAB files of Cars 196: {@code annotations}, an array of structures, one per image. */
final class CarsAnnotations {
  private static final List<String> CORNERS = List.of("bbox_x1", "bbox_y1", "bbox_x2", "bbox_y2");

  private final Path file;
  private final MatlabFile contents;
  private final Struct annotations;
  private final List<String> fields;

  private CarsAnnotations(Path file) {
    this.file = file;
    contents = MatlabFile.read(file);
    annotations = contents.structures("annotations");
    fields = annotations.getFieldNames();
  }

  /**
   * An annotated image.
   *
   * @param path as the file gives it
   * @param classNumber from 1, absent where the file does not tell
   * @param test true if marked as a test image
   * @param box where the car is, absent where the file does not tell
   * @param place for messages
   */
  record Entry(
      String path, OptionalInt classNumber, boolean test, Optional<SubjectBox> box, Place place) {}

  /** Reads a file. Throws {@link eifexplorer.problem.ProblemException} if it is broken or has no annotations. */
  static CarsAnnotations read(Path file) {
    return new CarsAnnotations(file);
  }

  /** The class names the file holds; may be empty. */
  List<String> classNames() {
    return contents.texts("class_names");
  }

  /** True if the annotations have this field. */
  boolean has(String field) {
    return fields.contains(field);
  }

  /** The field of this name, or else the one at this position from 0, which is what the reference goes by. */
  String fieldOr(String name, int position) {
    return has(name) || position >= fields.size() ? name : fields.get(position);
  }

  /**
   * All entries in the file's order.
   *
   * @param pathField name of the field with the path
   * @param classField name of the field with the class, which may be absent
   * @throws eifexplorer.problem.ProblemException naming the entry that is wrong
   */
  List<Entry> entries(String pathField, String classField) {
    if (!has(pathField)) {
      throw new Place(file, "annotations", 0)
          .problem("There is no field " + pathField, "Fields: " + String.join(", ", fields) + ".");
    }
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < annotations.getNumElements(); i++) {
      Place place = new Place(file, "annotation", i + 1);
      String path = MatlabFile.text(annotations.get(pathField, i), pathField, place);
      OptionalInt number = OptionalInt.empty();
      if (has(classField)) {
        number = OptionalInt.of(MatlabFile.number(annotations.get(classField, i), "class", place));
      }
      boolean test =
          has("test") && MatlabFile.number(annotations.get("test", i), "test", place) != 0;
      entries.add(new Entry(path, number, test, box(i, place), place));
    }
    return entries;
  }

  /** The corners are pixels that belong to the box, counted from 1. */
  private Optional<SubjectBox> box(int entry, Place place) {
    if (!fields.containsAll(CORNERS)) {
      return Optional.empty();
    }
    int[] at =
        CORNERS.stream()
            .mapToInt(name -> MatlabFile.number(annotations.get(name, entry), name, place))
            .toArray();
    boolean hasArea = at[0] <= at[2] && at[1] <= at[3];
    return hasArea
        ? Optional.of(
            new SubjectBox(at[0] - 1.0, at[1] - 1.0, at[2] - at[0] + 1.0, at[3] - at[1] + 1.0))
        : Optional.empty();
  }
}
