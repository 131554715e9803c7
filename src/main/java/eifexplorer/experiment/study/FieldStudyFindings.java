package eifexplorer.experiment.study;

import eifexplorer.dataset.Sample;
import eifexplorer.experiment.ExperimentInputs;
import eifexplorer.experiment.Findings;
import eifexplorer.experiment.PictureSheet;
import eifexplorer.experiment.PictureSheet.Picture;
import eifexplorer.experiment.ResultTable;
import eifexplorer.experiment.ResultTable.Column;
import eifexplorer.experiment.ResultTable.Row;
import eifexplorer.experiment.Target;
import eifexplorer.experiment.study.RelabelledClass.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Counts recommended labels, with the images behind each number. */
final class FieldStudyFindings {
  private static final int PICTURED_IMAGES = 6;

  private final ExperimentInputs inputs;
  private final int[] recommended;
  private final double[] shares;
  private final int neighbours;
  private final List<RelabelledClass> classes;

  /**
   * Findings.
   *
   * @param recommended the neighbours' label of every training image [N]
   * @param shares of the vote it got [N]
   * @param neighbours k
   */
  FieldStudyFindings(ExperimentInputs inputs, int[] recommended, double[] shares, int neighbours) {
    this.inputs = inputs;
    this.recommended = recommended;
    this.shares = shares;
    this.neighbours = neighbours;
    this.classes =
        RelabelledClass.of(inputs.bundle().trainLabels(), recommended).stream()
            .sorted(RelabelledClass.BY_SHARE)
            .toList();
  }

  Findings of(int pictured) {
    int moved = classes.stream().mapToInt(c -> c.images().size()).sum();
    return new Findings(
        List.of(
            String.format(
                Locale.ROOT,
                "For %d of %d training images (%.1f %%) the %d nearest others vote for another"
                    + " label.",
                moved,
                recommended.length,
                100.0 * moved / recommended.length,
                neighbours),
            "A recommendation is not a wrong label: look at the images before changing any."),
        List.of(summary(), byClass(), images()),
        List.of(),
        List.of(),
        classes.stream().limit(pictured).map(this::sheet).toList());
  }

  private ResultTable summary() {
    List<Row> rows = new ArrayList<>();
    int all = recommended.length;
    rows.add(images("images with another label recommended", any -> true, all));
    rows.add(
        images(
            "the same, of the images of these classes (the paper's percentage)",
            any -> true,
            classes.stream().mapToInt(RelabelledClass::size).sum()));
    rows.add(classes("classes with such an image", any -> true));
    rows.add(classes("classes with a tenth or more (significant)", c -> c.share() >= .1));
    for (Kind kind : Kind.values()) {
      rows.add(classes(kind.title() + " classes", c -> c.kind() == kind));
    }
    return new ResultTable(
        "summary",
        "Recommended labels",
        1,
        List.of(
            Column.text("what", "What"),
            Column.whole("count", "number"),
            Column.whole("of", "of"),
            Column.number("share", "share", 4)),
        rows);
  }

  private Row images(String what, Predicate<RelabelledClass> which, int of) {
    List<Integer> images = imagesOf(which);
    return Row.opening(
        Target.trainImages(images), what, images.size(), of, share(images.size(), of));
  }

  private Row classes(String what, Predicate<RelabelledClass> which) {
    int count = (int) classes.stream().filter(which).count();
    int all = inputs.dataset().trainClassCount();
    return Row.opening(Target.trainImages(imagesOf(which)), what, count, all, share(count, all));
  }

  private static double share(int count, int of) {
    return of == 0 ? 0 : (double) count / of;
  }

  private List<Integer> imagesOf(Predicate<RelabelledClass> which) {
    return classes.stream().filter(which).flatMap(c -> c.images().stream()).sorted().toList();
  }

  private ResultTable byClass() {
    return new ResultTable(
        "classes",
        "Classes with recommended labels",
        1,
        List.of(
            Column.text("class", "Class"),
            Column.text("kind", "kind"),
            Column.whole("images", "images"),
            Column.whole("relabelled", "another label"),
            Column.number("share", "share", 3),
            Column.text("target", "most often"),
            Column.whole("to_target", "images to it")),
        classes.stream()
            .map(
                c ->
                    Row.opening(
                        Target.trainImages(c.images()),
                        inputs.className(c.label()),
                        c.kind().title(),
                        c.size(),
                        c.images().size(),
                        c.share(),
                        inputs.className(c.target()),
                        c.toTarget()))
            .toList());
  }

  private ResultTable images() {
    List<Row> rows =
        IntStream.range(0, recommended.length)
            .filter(i -> recommended[i] != inputs.bundle().trainLabels()[i])
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -shares[i]))
            .map(this::image)
            .toList();
    return new ResultTable(
        "images",
        "Images with another label recommended",
        1,
        List.of(
            Column.whole("index", "Training image"),
            Column.path("path", "image"),
            Column.text("given", "label"),
            Column.text("recommended", "recommended"),
            Column.number("vote", "share of the vote", 3)),
        rows);
  }

  private Row image(int i) {
    Sample sample = inputs.dataset().train().get(i);
    return Row.opening(
        Target.trainImages(List.of(i)),
        i,
        sample.path(),
        inputs.className(sample.label()),
        inputs.className(recommended[i]),
        shares[i]);
  }

  private PictureSheet sheet(RelabelledClass of) {
    List<Picture> pictures =
        of.images().stream()
            .sorted(Comparator.comparingDouble((Integer i) -> -shares[i]))
            .limit(PICTURED_IMAGES)
            .map(
                i ->
                    new Picture(
                        inputs.dataset().train().get(i).path(),
                        true,
                        i,
                        "→ " + inputs.className(recommended[i])))
            .toList();
    return new PictureSheet(
        "class-" + of.label(),
        inputs.className(of.label()) + ": images with another label recommended",
        List.of(new PictureSheet.Row(of.kind().title(), pictures)),
        new Target(Target.Kind.TRAIN_CLASS, List.of(of.label())));
  }
}
