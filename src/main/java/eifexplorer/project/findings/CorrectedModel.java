package eifexplorer.project.findings;

import eifexplorer.export.Finding;
import eifexplorer.export.Finding.Photograph;
import eifexplorer.export.Finding.Row;
import eifexplorer.job.JobContext;
import eifexplorer.math.MatrixMath;
import eifexplorer.model.ModelCard;
import eifexplorer.model.ModelStore;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.SessionOpener;
import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.session.diff.DiffOrder;
import eifexplorer.session.diff.ModelDiff;
import eifexplorer.session.diff.ModelDiffs;
import eifexplorer.workspace.Workspace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The session's model against one of its workspace that was trained on other labels. */
final class CorrectedModel {
  private static final int PAIRS = 4;

  private final SessionOpener sessions;
  private final ModelDiffs diffs;

  CorrectedModel(SessionOpener sessions, MatrixMath math) {
    this.sessions = sessions;
    this.diffs = new ModelDiffs(math);
  }

  Optional<Finding> find(ExplorerSession session, JobContext context) {
    return session.workspace().flatMap(workspace -> find(session, workspace, context));
  }

  private Optional<Finding> find(ExplorerSession session, Workspace workspace, JobContext context) {
    ModelStore store = new ModelStore(workspace);
    Optional<ModelCard> own = store.ofHead(session.bundle().head());
    return own.flatMap(
        card ->
            other(card, store.list())
                .flatMap(other -> compare(session, workspace, card, other, context)));
  }

  /**
   * What is seen of a correction: against the model without one if the session's has one, else against the newest with the
   * most corrections; of a kind that can be compared, and trained alike if there is one.
   */
  private static Optional<ModelCard> other(ModelCard own, List<ModelCard> all) {
    Comparator<ModelCard> alike = Comparator.comparing(card -> areTrainedAlike(own, card));
    Comparator<ModelCard> byRevision = Comparator.comparingInt(ModelCard::labelRevision);
    return all.stream()
        .filter(card -> !card.isTrial() && card.labelRevision() != own.labelRevision())
        .filter(card -> card.architecture().equals(own.architecture()))
        .filter(card -> own.labelRevision() == 0 || card.labelRevision() < own.labelRevision())
        .max(alike.thenComparing(own.labelRevision() == 0 ? byRevision : byRevision.reversed()));
  }

  private static boolean areTrainedAlike(ModelCard one, ModelCard other) {
    return one.frozenBackbone() == other.frozenBackbone() && one.epochs() == other.epochs();
  }

  /** What else than the labels may have made the difference; empty if nothing that is known. */
  private static Optional<String> caveat(ModelCard before, ModelCard after) {
    return areTrainedAlike(before, after)
        ? Optional.empty()
        : Optional.of(
            String.format(
                Locale.ROOT,
                "They were not trained alike (before: %s; after: %s): what differs need not be due"
                    + " to the labels.",
                training(before),
                training(after)));
  }

  private static String training(ModelCard card) {
    return (card.frozenBackbone() ? "the last layer" : "the whole network")
        + (card.epochs() > 0 ? ", " + Photographs.count(card.epochs(), "epoch", "epochs") : "");
  }

  private Optional<Finding> compare(
      ExplorerSession session,
      Workspace workspace,
      ModelCard own,
      ModelCard other,
      JobContext context) {
    boolean ownIsAfter = own.labelRevision() > other.labelRevision();
    try (ExplorerSession opened =
        sessions.openWorkspace(workspace.folder(), other.id(), context.withoutProgress())) {
      ExplorerSession before = ownIsAfter ? opened : session;
      ExplorerSession after = ownIsAfter ? session : opened;
      ModelDiff diff = diffs.compare(before, after, context);
      int revision = Math.max(own.labelRevision(), other.labelRevision());
      Optional<String> caveat = ownIsAfter ? caveat(other, own) : caveat(own, other);
      return Optional.of(finding(session, ownIsAfter, before, after, diff, revision, caveat));
    }
  }

  private static Finding finding(
      ExplorerSession session,
      boolean ownIsAfter,
      ExplorerSession before,
      ExplorerSession after,
      ModelDiff diff,
      int revision,
      Optional<String> caveat) {
    List<Row> rows = new ArrayList<>();
    addRow(
        rows,
        DiffKind.FIXED,
        "Fixed: taken for another class before",
        session,
        ownIsAfter,
        before,
        diff);
    addRow(
        rows, DiffKind.NEW, "New: taken for another class now", session, ownIsAfter, before, diff);
    return new Finding(
        FindingKind.CORRECTION.heading(),
        String.format(
            Locale.ROOT,
            "With label revision %d, R@1 goes from %.1f %% to %.1f %%: %s, %s.",
            revision,
            100 * diff.recall().before(),
            100 * diff.recall().after(),
            Photographs.count(
                diff.count(DiffKind.FIXED), "confusion is fixed", "confusions are fixed"),
            Photographs.count(diff.count(DiffKind.NEW), "is new", "are new")),
        Stream.concat(
                Stream.of(
                    diff.recall().sentence(),
                    "Before: " + before.modelTitle() + ". After: " + after.modelTitle() + "."),
                caveat.stream())
            .toList(),
        rows);
  }

  private static void addRow(
      List<Row> rows,
      DiffKind kind,
      String title,
      ExplorerSession session,
      boolean ownIsAfter,
      ExplorerSession before,
      ModelDiff diff) {
    Photographs photographs = new Photographs(session);
    List<Photograph> shown = new ArrayList<>();
    DiffOrder.WORST.sorted(diff.images(kind), before).stream()
        .filter(DiffImage::isInBoth)
        .limit(PAIRS)
        .forEach(
            image -> {
              int first = ownIsAfter ? image.after() : image.before();
              int second = ownIsAfter ? image.otherAfter() : image.otherBefore();
              shown.add(photographs.test(first, change(image)));
              shown.add(photographs.test(second, "what it was taken for"));
            });
    if (!shown.isEmpty()) {
      rows.add(new Row(title, shown));
    }
  }

  private static String change(DiffImage image) {
    return String.format(
        Locale.ROOT, "distance %.2f → %.2f", image.distanceBefore(), image.distanceAfter());
  }
}
