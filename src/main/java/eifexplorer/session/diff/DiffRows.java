package eifexplorer.session.diff;

import eifexplorer.confusion.Confusions;
import eifexplorer.session.ExplorerSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison as rows of named values, for files. */
public final class DiffRows {
  private DiffRows() {}

  /** A row for each of some images of a comparison of these two sessions; what is not known is null. */
  public static List<Map<String, @Nullable Object>> images(
      List<DiffImage> images, ExplorerSession before, ExplorerSession after) {
    return images.stream().map(image -> row(image, before, after)).toList();
  }

  private static Map<String, @Nullable Object> row(
      DiffImage image, ExplorerSession before, ExplorerSession after) {
    boolean wrongBefore = image.kind() != DiffKind.NEW;
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("kind", image.kind().word());
    row.put("image", image.before());
    row.put("image_after", image.after());
    row.put("class", className(before, image.before()));
    row.put("path", before.testSample(image.before()).path());
    row.put("nearest_class_before", className(before, image.nearestBefore()));
    row.put("nearest_path_before", before.testSample(image.nearestBefore()).path());
    row.put("nearest_class_after", className(after, image.nearestAfter()));
    row.put("nearest_path_after", after.testSample(image.nearestAfter()).path());
    row.put("same_neighbour", image.sameNeighbour());
    row.put(
        "pair_path",
        wrongBefore
            ? before.testSample(image.nearestBefore()).path()
            : after.testSample(image.nearestAfter()).path());
    row.put("other", image.otherBefore() == Confusions.NONE ? null : image.otherBefore());
    row.put("distance_before", known(image.distanceBefore()));
    row.put("distance_after", known(image.distanceAfter()));
    row.put("change", known(image.change()));
    return row;
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static String className(ExplorerSession session, int test) {
    return session.className(session.testSample(test).label());
  }

  /** A row for each class. */
  public static List<Map<String, @Nullable Object>> classes(ModelDiff diff) {
    return diff.classes().stream().map(DiffRows::row).toList();
  }

  private static Map<String, @Nullable Object> row(ClassChange change) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("class", change.name());
    row.put("images", change.images());
    row.put("wrong_before", change.wrongBefore());
    row.put("wrong_after", change.wrongAfter());
    row.put("fixed", change.fixed());
    row.put("new", change.broken());
    row.put("net", change.net());
    return row;
  }

  /** What there is to say in a few numbers, by the names they have in JSON. */
  public static Map<String, @Nullable Object> summary(ModelDiff diff) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("before", diff.before());
    map.put("after", diff.after());
    map.put("matched", diff.matching().matched());
    map.put("matched_by_content", diff.matching().byContent());
    map.put("matched_by_row", diff.matching().byRow());
    map.put("other_class", diff.matching().otherClass());
    map.put("test_images_before", diff.matching().beforeCount());
    map.put("test_images_after", diff.matching().afterCount());
    map.put("compared", diff.recall().images());
    for (DiffKind kind : DiffKind.values()) {
      map.put(kind.word(), diff.count(kind));
    }
    map.put(
        "still_same_neighbour", diff.images().stream().filter(DiffImage::sameNeighbour).count());
    Map<String, @Nullable Object> recall = metric(diff.recall().metric());
    recall.put("difference", diff.recall().difference());
    recall.put("mcnemar_p", diff.recall().p());
    map.put("recall_at_1", recall);
    map.put("map_at_r", diff.mapAtR().map(DiffRows::metric).orElse(null));
    map.put("nmi", diff.nmi().map(DiffRows::metric).orElse(null));
    return map;
  }

  private static Map<String, @Nullable Object> metric(MetricChange change) {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    map.put("before", change.before());
    map.put("after", change.after());
    map.put("difference", change.difference());
    map.put("low", change.low());
    map.put("high", change.high());
    return map;
  }
}
