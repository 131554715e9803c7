package eifexplorer.ui.explore.confusions;

import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/** What marks, copies, the survey and another model tell of a session's pairs: what a pair's card shows as signs. */
final class PairKnowledge implements PairFilter.Known {
  private final MarksViewModel marks;
  private final SurveyOrder survey;
  private final ReadOnlyObjectWrapper<ComparedPairs> comparison = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private PairIndex index = PairIndex.EMPTY;

  PairKnowledge(MarksViewModel marks, SurveyOrder survey) {
    this.marks = marks;
    this.survey = survey;
    marks.reviewed().addListener((SetChangeListener<PairKey>) change -> changed());
    marks.notes().addListener((MapChangeListener<PairKey, String>) change -> changed());
    marks.copiesProperty().addListener((value, old, now) -> changed());
  }

  /** Turns to another session, which is not compared yet; who calls it says when that has {@link #changed}. */
  void show(PairIndex newIndex) {
    index = newIndex;
    comparison.set(null);
  }

  /** Turns to another comparison; null for none. */
  void compare(@Nullable ComparedPairs with) {
    comparison.set(with);
    changed();
  }

  /** Says that something else may be known. */
  void changed() {
    changes.set(changes.get() + 1);
  }

  /** Changes whenever something else may be known of a pair. */
  ReadOnlyIntegerProperty changesProperty() {
    return changes.getReadOnlyProperty();
  }

  /** What another model makes of the pairs; null if there is none. */
  ReadOnlyObjectProperty<ComparedPairs> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  @Override
  public Optional<DiffKind> compared(PairItem item) {
    return Optional.ofNullable(comparison.get()).flatMap(with -> with.kind(item));
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
    return marks.copiesProperty().get().of(item.pair()).isPresent();
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
