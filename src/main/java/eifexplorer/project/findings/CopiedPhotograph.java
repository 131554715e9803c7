package eifexplorer.project.findings;

import eifexplorer.export.Finding;
import eifexplorer.export.Finding.Row;
import eifexplorer.job.JobContext;
import eifexplorer.review.copies.CopiedImage;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionCopies;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Photographs that are there more than once, with different labels. */
final class CopiedPhotograph {
  private static final int GROUPS = 3;
  private static final int IMAGES = 3;

  private final SessionCopies copies;

  CopiedPhotograph(SessionCopies copies) {
    this.copies = copies;
  }

  Optional<Finding> find(ExplorerSession session, JobContext context) {
    Copies all = copies.find(session, context);
    List<CopyGroup> groups = all.underTwoLabels();
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    Photographs photographs = new Photographs(session);
    List<Row> rows = new ArrayList<>();
    for (CopyGroup group : groups.subList(0, Math.min(GROUPS, groups.size()))) {
      rows.add(
          new Row(
              sentence(group),
              group.images().stream()
                  .limit(IMAGES)
                  .map(image -> photograph(image, photographs))
                  .toList()));
    }
    return Optional.of(
        new Finding(
            FindingKind.TWO_LABELS.heading(),
            headline(groups.size()),
            details(all.count(session.pairs())),
            rows));
  }

  private static String headline(int groups) {
    return groups == 1
        ? "A photograph is in the data set under several labels: all but one of them are wrong."
        : Photographs.count(groups, "photograph is", "photographs are")
            + " in the data set under several labels each: all but one of them are wrong.";
  }

  private static List<String> details(int confusions) {
    return confusions == 0
        ? List.of()
        : List.of(
            Photographs.count(
                    confusions,
                    "confusion is no mistake of the model: it is",
                    "confusions are no mistakes of the model: they are")
                + " the same photograph twice.");
  }

  /** Such as {@code Resized or saved again}; the words begin with a small letter elsewhere. */
  private static String sentence(CopyGroup group) {
    String words = group.kind().words();
    return words.isEmpty()
        ? ""
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static Finding.Photograph photograph(CopiedImage image, Photographs photographs) {
    return image.test()
        ? photographs.test(image.index(), "test image")
        : photographs.train(image.index(), "training image");
  }
}
