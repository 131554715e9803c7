package eifexplorer.dataset.format;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Stanford Online Products: 120,053 images of 22,634 products.
 *
 * <p>{@code Ebay_train.txt} and {@code Ebay_test.txt} hold a header, then image id, class id, super class id and path of
 * each image. Classes are in the order of their ids; a product is named after its super class and id, such as {@code
 * bicycle_1}. The files' own split is the usual one.
 */
public final class StanfordOnlineProducts implements DatasetFormat {
  @Override
  public String id() {
    return "sop";
  }

  @Override
  public String title() {
    return "Stanford Online Products";
  }

  @Override
  public String layout() {
    return "Ebay_train.txt, Ebay_test.txt and folders such as bicycle_final/";
  }

  @Override
  public boolean recognises(Path root) {
    return FolderFiles.firstOf(root, "Ebay_train.txt").isPresent()
        && FolderFiles.firstOf(root, "Ebay_test.txt").isPresent();
  }

  @Override
  public DatasetListing read(Path root) {
    FirstUse ids = new FirstUse("image id");
    FirstUse paths = new FirstUse("image");
    List<Row> rows = new ArrayList<>();
    for (Split split : List.of(Split.TRAIN, Split.TEST)) {
      String name = split.isTest() ? "Ebay_test.txt" : "Ebay_train.txt";
      Path file = FolderFiles.require(root, layout(), name);
      for (AnnotationLine line : withoutHeader(AnnotationLine.read(file), file)) {
        Row row = row(line, split);
        ids.claim(row.image(), line.place());
        paths.claim(row.path(), line.place());
        rows.add(row);
      }
    }
    TreeMap<Integer, String> names = new TreeMap<>();
    rows.forEach(row -> names.putIfAbsent(row.product(), row.className()));
    Map<Integer, Integer> positions = new HashMap<>();
    names.keySet().forEach(product -> positions.put(product, positions.size()));
    List<ListedImage> images =
        rows.stream()
            .map(
                r ->
                    new ListedImage(
                        r.path(),
                        Objects.requireNonNull(positions.get(r.product())),
                        Optional.of(r.split())))
            .toList();
    return new DatasetListing(
        id(), root, List.copyOf(names.values()), images, List.of(), ClassSelection.official());
  }

  /** A line of one of the files. */
  private record Row(int image, int product, String path, Split split) {
    String className() {
      String folder = path.substring(0, Math.max(0, path.indexOf('/')));
      return folder.replaceFirst("_final$", "") + "_" + product;
    }
  }

  private static List<AnnotationLine> withoutHeader(List<AnnotationLine> lines, Path file) {
    if (lines.isEmpty() || !lines.get(0).startsWith("image_id")) {
      throw Place.line(file, 1)
          .problem(
              "The names of the columns are missing",
              "The first line should be: image_id class_id super_class_id path.");
    }
    return lines.subList(1, lines.size());
  }

  private static Row row(AnnotationLine line, Split split) {
    String[] fields = line.fields("image_id", "class_id", "super_class_id", "path");
    int product = line.number(fields[1], "The class_id");
    if (product < 1) {
      throw line.place().problem("The class_id is " + product, "Classes are numbered from 1.");
    }
    return new Row(line.number(fields[0], "The image_id"), product, line.path(fields[3]), split);
  }
}
