package eifexplorer.ui.explore.strips;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.Lane;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Why no training image moves a pair, when none does: at distance 0 the distance has no slope. Mostly that is one photograph
 * that is in the test set twice, under two labels.
 */
public final class UnmovedPairViewModel {
  private final LatestJob<Boolean> sameFile;
  private final MarksViewModel marks;
  private final ReadOnlyObjectWrapper<Reason> reason = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyStringWrapper copy = new ReadOnlyStringWrapper("");
  private @Nullable PairItem pair;
  private @Nullable PairItem open;

  /**
   * What is said instead of scores.
   *
   * @param title in a few words, which stand above the strips
   * @param text what follows from it, in the strips' place
   */
  public record Reason(String title, String text) {}

  /**
   * Watches the scores.
   *
   * @param marks tell which photographs are known to be there more than once
   */
  public UnmovedPairViewModel(FxJobs jobs, InfluenceViewModel influence, MarksViewModel marks) {
    this.marks = marks;
    marks.copiesProperty().addListener((value, old, now) -> say());
    sameFile = new LatestJob<>(jobs);
    sameFile.valueProperty().addListener((value, old, now) -> say());
    influence.explainedProperty().addListener((value, old, now) -> explained(now));
  }

  /** What is said of a pair that is one photograph, moved or not; empty of any other. */
  public ReadOnlyStringProperty copyProperty() {
    return copy.getReadOnlyProperty();
  }

  /** Why the strips are empty; null if they are not. */
  public ReadOnlyObjectProperty<Reason> reasonProperty() {
    return reason.getReadOnlyProperty();
  }

  private void explained(@Nullable ExplainedPair now) {
    sameFile.clear();
    open = now == null ? null : now.pair();
    pair = now != null && isUnmoved(now.scores()) ? now.pair() : null;
    say();
    if (pair != null && pair.pair().distance() == 0) {
      compareFiles(pair.wrongPicture().file(), pair.confusedPicture().file());
    }
  }

  private static boolean isUnmoved(RankedInfluence scores) {
    return scores.count(InfluenceKind.HARMFUL) == 0 && scores.count(InfluenceKind.HELPFUL) == 0;
  }

  private void compareFiles(Optional<Path> first, Optional<Path> second) {
    if (first.isPresent() && second.isPresent()) {
      sameFile.askQuietly(
          Texts.of("Comparing both files"), Lane.IO, context -> isSame(first.get(), second.get()));
    }
  }

  private static boolean isSame(Path first, Path second) {
    try {
      return Files.mismatch(first, second) == -1;
    } catch (IOException e) {
      throw new ProblemException("The photographs can't be compared", first.toString(), "", e);
    }
  }

  private static String sentence(CopyGroup group) {
    return Texts.of(
        "The same photograph under two labels, {0}: one of the labels is wrong",
        Texts.said(group.kind().words()));
  }

  private void say() {
    copy.set(
        Optional.ofNullable(open)
            .flatMap(of -> marks.copiesProperty().get().of(of.pair()))
            .filter(CopyGroup::isUnderTwoLabels)
            .map(UnmovedPairViewModel::sentence)
            .orElse(""));
    if (pair == null) {
      reason.set(null);
    } else if (pair.pair().distance() != 0) {
      reason.set(new Reason(Texts.of("No training image moves this pair"), ""));
    } else {
      boolean same = Boolean.TRUE.equals(sameFile.valueProperty().get()) || isCopy(pair);
      reason.set(
          new Reason(
              same
                  ? Texts.of("The same photograph {0}", labels())
                  : Texts.of("Both images have the same embedding"),
              Texts.of(
                  "Their distance is 0, so training images can neither bring them together nor push"
                      + " them apart.{0}",
                  advice(same))));
    }
  }

  private boolean isCopy(PairItem of) {
    return marks.copiesProperty().get().of(of.pair()).isPresent();
  }

  private String labels() {
    return isOneClass() ? Texts.of("is there twice") : Texts.of("under two labels");
  }

  private boolean isOneClass() {
    return requireNonNull(pair).wrongClass().equals(pair.confusedClass());
  }

  private String advice(boolean same) {
    if (isOneClass()) {
      return "";
    }
    return same
        ? Texts.of(
            " One of the labels is wrong: {0} is labelled {1}, {2} is labelled {3}. Relabel one of"
                + " them, or leave it out of measuring (Y).",
            requireNonNull(pair).wrong().path(),
            pair.wrongClass(),
            pair.confused().path(),
            pair.confusedClass())
        : (isSeen()
            ? Texts.of(
                " They may be copies of one photograph: compare them with the overlay or by"
                    + " blinking.")
            : Texts.of(" They may be copies of one photograph."));
  }

  /** False where embeddings came without photographs. */
  private boolean isSeen() {
    return requireNonNull(pair).wrongPicture().file().isPresent();
  }
}
