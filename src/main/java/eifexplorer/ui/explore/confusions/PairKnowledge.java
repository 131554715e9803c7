package eifexplorer.ui.explore.confusions;

import eifexplorer.review.copies.CopyGroup;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** What marks and survey tell of a session's pairs. */
final class PairKnowledge implements PairFilter.Known {
  private final MarksViewModel marks;
  private final SurveyOrder survey;
  private PairIndex index = PairIndex.EMPTY;
  private @Nullable ComparedPairs compared;

  PairKnowledge(MarksViewModel marks, SurveyOrder survey) {
    this.marks = marks;
    this.survey = survey;
  }

  /** Turns to another session. */
  void show(PairIndex newIndex) {
    index = newIndex;
    compared = null;
  }

  /** Turns to another comparison; null for none. */
  void compare(@Nullable ComparedPairs newCompared) {
    compared = newCompared;
  }

  @Override
  public Optional<DiffKind> compared(PairItem item) {
    return compared == null ? Optional.empty() : compared.kind(item);
  }

  @Override
  public boolean reviewed(PairItem item) {
    return marks.isReviewed(item.key());
  }

  @Override
  public OptionalInt suspects(PairItem item) {
    return survey.suspects(item);
  }

  @Override
  public List<Integer> mostHarmful(PairItem item) {
    return survey.mostHarmful(item);
  }

  @Override
  public boolean copies(PairItem item) {
    return copy(item).isPresent();
  }

  /** The group of copies that a pair is, if its images are one photograph. */
  Optional<CopyGroup> copy(PairItem item) {
    return marks.copiesProperty().get().of(item.pair());
  }

  @Override
  public boolean flagged(int trainIndex) {
    return marks.flagged().contains(index.training(trainIndex).path());
  }

  /** What is noted on a pair; empty if nothing is. */
  String note(PairItem item) {
    return marks.noteOn(item.key());
  }

  /** What words are searched for in, in lower case. */
  String searchText(PairItem item) {
    String note = note(item);
    return note.isEmpty()
        ? item.searchText()
        : item.searchText() + "\n" + note.toLowerCase(Locale.ROOT);
  }
}
