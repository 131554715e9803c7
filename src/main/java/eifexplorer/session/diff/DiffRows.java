package eifexplorer.session.diff;

import eifexplorer.confusion.Confusions;
import eifexplorer.export.Columns;
import eifexplorer.export.NamedRows;
import eifexplorer.session.ExplorerSession;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A comparison as rows of named values, for files. */
public final class DiffRows {
  private DiffRows() {}

  /** A row for each of some images of a comparison of these two sessions; what is not known is null. */
  public static NamedRows images(
      List<DiffImage> images, ExplorerSession before, ExplorerSession after) {
    return new Columns<DiffImage>()
        .with("kind", image -> image.kind().word())
        .with("image", DiffImage::before)
        .with("image_after", DiffImage::after)
        .with("class", image -> className(before, image.before()))
        .with("path", image -> before.testSample(image.before()).path())
        .with("nearest_class_before", image -> className(before, image.nearestBefore()))
        .with("nearest_path_before", image -> before.testSample(image.nearestBefore()).path())
        .with("nearest_class_after", image -> className(after, image.nearestAfter()))
        .with("nearest_path_after", image -> after.testSample(image.nearestAfter()).path())
        .with("same_neighbour", DiffImage::sameNeighbour)
        .with(
            "pair_path",
            image ->
                image.kind() == DiffKind.NEW
                    ? after.testSample(image.nearestAfter()).path()
                    : before.testSample(image.nearestBefore()).path())
        .with("other", DiffRows::other)
        .with("distance_before", image -> known(image.distanceBefore()))
        .with("distance_after", image -> known(image.distanceAfter()))
        .with("change", image -> known(image.change()))
        .rows(images);
  }

  private static @Nullable Integer other(DiffImage image) {
    return image.otherBefore() == Confusions.NONE ? null : image.otherBefore();
  }

  private static @Nullable Double known(double value) {
    return Double.isNaN(value) ? null : value;
  }

  private static String className(ExplorerSession session, int test) {
    return session.className(session.testSample(test).label());
  }

  /** A row for each class. */
  public static NamedRows classes(ModelDiff diff) {
    return new Columns<ClassChange>()
        .with("class", ClassChange::name)
        .with("images", ClassChange::images)
        .with("wrong_before", ClassChange::wrongBefore)
        .with("wrong_after", ClassChange::wrongAfter)
        .with("fixed", ClassChange::fixed)
        .with("new", ClassChange::broken)
        .with("net", ClassChange::net)
        .rows(diff.classes());
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
