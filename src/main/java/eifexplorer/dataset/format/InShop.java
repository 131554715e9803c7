package eifexplorer.dataset.format;

import eifexplorer.dataset.ClassSelection;
import eifexplorer.dataset.DatasetFormat;
import eifexplorer.dataset.DatasetListing;
import eifexplorer.dataset.ListedImage;
import eifexplorer.dataset.Split;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * DeepFashion In-Shop Clothes Retrieval: 52,712 images of 7,982 items of clothing.
 *
 * <p>{@code Eval/list_eval_partition.txt} holds the number of images, a header, then path, item id and status ({@code
 * train}, {@code query} or {@code gallery}) of each. Items are the classes: those trained on come first, sorted by
 * number, then the others. The files' own split is the usual one.
 */
public final class InShop implements DatasetFormat {
  private static final String[] PARTITIONS = {
    "Eval/list_eval_partition.txt", "Anno/list_eval_partition.txt", "list_eval_partition.txt"
  };
  private static final String IMAGES = "img/";
  private static final Pattern ITEM = Pattern.compile("id_(\\d{1,9})");

  @Override
  public String id() {
    return "inshop";
  }

  @Override
  public String title() {
    return "In-Shop Clothes";
  }

  @Override
  public String layout() {
    return "Eval/list_eval_partition.txt and img/ (or img_highres/)";
  }

  @Override
  public boolean recognises(Path root) {
    return FolderFiles.firstOf(root, PARTITIONS).isPresent();
  }

  @Override
  public DatasetListing read(Path root) {
    Path file = FolderFiles.require(root, layout(), PARTITIONS);
    List<Row> rows = rows(file, images(root));
    TreeMap<Integer, String> trained = new TreeMap<>();
    TreeMap<Integer, String> others = new TreeMap<>();
    rows.forEach(row -> (row.split().isTest() ? others : trained).put(row.item(), row.name()));
    others.keySet().removeAll(trained.keySet());
    List<String> names = new ArrayList<>(trained.values());
    names.addAll(others.values());
    Map<Integer, Integer> positions = new HashMap<>();
    trained.keySet().forEach(item -> positions.put(item, positions.size()));
    others.keySet().forEach(item -> positions.put(item, positions.size()));
    List<ListedImage> images =
        rows.stream()
            .map(
                r ->
                    new ListedImage(
                        r.path(),
                        Objects.requireNonNull(positions.get(r.item())),
                        Optional.of(r.split())))
            .toList();
    return new DatasetListing(id(), root, names, images, List.of(), ClassSelection.official())
        .withOtherReadings(otherImages(root))
        .withOtherReadings(oneSided(rows));
  }

  /** That there is nothing to look for, or nothing to look in. */
  private static List<String> oneSided(List<Row> rows) {
    boolean queries = rows.stream().anyMatch(row -> row.split() == Split.QUERY);
    boolean gallery = rows.stream().anyMatch(row -> row.split() == Split.GALLERY);
    return queries == gallery
        ? List.of()
        : List.of(
            queries
                ? "The partition has no gallery: each query's nearest neighbour is looked for among"
                    + " the other queries."
                : "The partition has no queries: each gallery image's nearest neighbour is looked"
                    + " for among the others.");
  }

  /**
   * The folder its images are in: the small ones if they are there, else those of high resolution.
   *
   * @return with a slash at its end
   */
  private static String images(Path root) {
    return imageFolders(root).findFirst().orElse(IMAGES);
  }

  private static Stream<String> imageFolders(Path root) {
    return Stream.of("Img/img/", "img/", "Img/img_highres/", "img_highres/")
        .filter(folder -> Files.isDirectory(root.resolve(folder)));
  }

  /** That the images are those of high resolution, or which others are there. */
  private static List<String> otherImages(Path root) {
    List<String> folders = imageFolders(root).toList();
    if (folders.size() > 1) {
      return List.of(
          String.format(
              Locale.ROOT,
              "The images are those in %s. There are others in %s; they are read where the first"
                  + " are not.",
              folders.get(0),
              String.join(" and ", folders.subList(1, folders.size()))));
    }
    return folders.size() == 1 && folders.get(0).endsWith("img_highres/")
        ? List.of(
            "The images are those of high resolution, in "
                + folders.get(0)
                + ": the small ones in img/ are not there.")
        : List.of();
  }

  /** A line of the partition. */
  private record Row(String path, int item, String name, Split split) {}

  private static List<Row> rows(Path file, String images) {
    List<AnnotationLine> lines = AnnotationLine.read(file);
    if (lines.size() < 2 || !lines.get(1).startsWith("image_name")) {
      throw Place.line(file, 2)
          .problem(
              "The partition does not start as it should",
              "The first line should hold the number of images, the second the names of the"
                  + " columns.");
    }
    int count = lines.get(0).number(lines.get(0).text(), "The number of images");
    if (count != lines.size() - 2) {
      throw lines
          .get(0)
          .place()
          .problem(
              String.format(
                  Locale.ROOT,
                  "The first line says %d images, but %d follow",
                  count,
                  lines.size() - 2),
              "The file may be cut short: get it again, or correct the number.");
    }
    FirstUse paths = new FirstUse("image");
    List<Row> rows = new ArrayList<>(count);
    for (AnnotationLine line : lines.subList(2, lines.size())) {
      Row row = row(line, images);
      paths.claim(row.path(), line.place());
      rows.add(row);
    }
    return rows;
  }

  private static Row row(AnnotationLine line, String images) {
    String[] fields = line.fields("image_name", "item_id", "evaluation_status");
    Matcher item = ITEM.matcher(fields[1]);
    if (!item.matches()) {
      throw line.place()
          .problem("The item id is \"" + fields[1] + "\"", "It should look like id_00000080.");
    }
    Split split =
        switch (fields[2].toLowerCase(Locale.ROOT)) {
          case "train" -> Split.TRAIN;
          case "query" -> Split.QUERY;
          case "gallery" -> Split.GALLERY;
          default ->
              throw line.place()
                  .problem(
                      "The status is \"" + fields[2] + "\"",
                      "Allowed: train, query, gallery. Give it one of these, or leave the line out"
                          + " and lower the number in the first line.");
        };
    String given = line.path(fields[0]);
    String path = given.startsWith(IMAGES) ? images + given.substring(IMAGES.length()) : given;
    return new Row(path, Integer.parseInt(item.group(1)), fields[1], split);
  }
}
