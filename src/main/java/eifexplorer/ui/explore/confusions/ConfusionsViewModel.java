package eifexplorer.ui.explore.confusions;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/**
 * The left column: the confused pairs, the class pairs, or the classes. What is opened in the latter two is shown as its
 * pairs, from where {@link #back} leads to where it was opened.
 */
public final class ConfusionsViewModel {
  private final PairListViewModel pairs;
  private final SavedFilters savedFilters;
  private final ConfusionExport export;
  private final RowListViewModel<ClassPairRow> classPairs =
      new RowListViewModel<>(Texts.of("class pair"), Texts.of("class pairs"), ClassPairRow.ORDERS);
  private final RowListViewModel<ClassRow> classes =
      new RowListViewModel<>("class", "classes", ClassRow.ORDERS);
  private final MatrixViewModel matrix = new MatrixViewModel();
  private final ReadOnlyObjectWrapper<Form> form = new ReadOnlyObjectWrapper<>(Form.PAIRS);
  private final ReadOnlyBooleanWrapper matrixOpen = new ReadOnlyBooleanWrapper();
  private final DoubleProperty width = new SimpleDoubleProperty();
  private @Nullable Origin origin;

  /** While one of the lists follows another, it chooses nothing by itself. */
  private boolean following;

  /** Where a class pair or class was opened, and what was listed then. */
  private record Origin(Form form, boolean matrix, String words, PairFilter filter) {}

  /**
   * An empty column.
   *
   * @param jobs write what is exported
   * @param notices say what became of that
   * @param marks the pairs that were looked at
   * @param nanoTime what time it is, in ns from any start
   */
  public ConfusionsViewModel(
      FxJobs jobs, NoticesViewModel notices, MarksViewModel marks, LongSupplier nanoTime) {
    pairs = new PairListViewModel(marks, nanoTime);
    savedFilters = new SavedFilters(pairs);
    export = new ConfusionExport(jobs, notices, pairs.known());
    connect();
    pairs
        .filterProperty()
        .addListener(
            (value, old, now) -> {
              classPairs.search(now);
              classes.search(now);
            });
  }

  private void connect() {
    pairs.selectedProperty().addListener((value, old, now) -> follow(now));
    classPairs.selectedProperty().addListener((value, old, now) -> preview(now));
    classes.selectedProperty().addListener((value, old, now) -> preview(now));
    matrix.cellProperty().addListener((value, old, now) -> preview(now));
    pairs.restrictionProperty().addListener((value, old, now) -> restricted(now));
  }

  /** Who lists all pairs again has left what was opened: nothing leads back from there. */
  private void restricted(PairFilter now) {
    if (now.equals(PairFilter.NONE)) {
      origin = null;
    }
  }

  /** The other lists show where the chosen pair belongs. */
  private void follow(PairItem chosen) {
    if (chosen == null) {
      return;
    }
    boolean before = following;
    following = true;
    int wrong = chosen.pair().wrongLabel();
    int confused = chosen.pair().confusedLabel();
    pairs.index().classPair(wrong, confused).ifPresent(classPairs.selectedProperty()::set);
    pairs.index().classOf(wrong).ifPresent(classes.selectedProperty()::set);
    matrix.moveToClasses(wrong, confused);
    following = before;
  }

  private void preview(ClassPairRow row) {
    if (row != null) {
      preview(PairFilter.classPair(row.count().wrongLabel(), row.count().confusedLabel()));
    }
  }

  private void preview(ClassRow row) {
    if (row != null) {
      preview(PairFilter.NONE.withWrong(OptionalInt.of(row.summary().label())));
    }
  }

  private void preview(MatrixViewModel.Cell cell) {
    if (cell != null) {
      preview(filter(cell));
    }
  }

  /** Chooses the first pair there is of two classes, or of one, unless one of them is chosen. */
  private void preview(PairFilter of) {
    if (!following) {
      pairs.selectFirst(of);
    }
  }

  private PairFilter filter(MatrixViewModel.Cell cell) {
    ClassMatrix shown = matrix.matrixProperty().get();
    return PairFilter.classPair(shown.label(cell.row()), shown.label(cell.column()));
  }

  /** The pairs; the words they are searched for are those of the other lists too. */
  public PairListViewModel pairs() {
    return pairs;
  }

  /** The filters of the pairs that were given a name. */
  public SavedFilters savedFilters() {
    return savedFilters;
  }

  /** Writes the lists to files. */
  public ConfusionExport export() {
    return export;
  }

  /** The class pairs as a table. */
  public RowListViewModel<ClassPairRow> classPairs() {
    return classPairs;
  }

  /** The classes. */
  public RowListViewModel<ClassRow> classes() {
    return classes;
  }

  /** The class pairs as a matrix. */
  public MatrixViewModel matrix() {
    return matrix;
  }

  /** What is listed. */
  public ReadOnlyObjectProperty<Form> formProperty() {
    return form.getReadOnlyProperty();
  }

  /** Whether the matrix is open. */
  public ReadOnlyBooleanProperty matrixOpenProperty() {
    return matrixOpen.getReadOnlyProperty();
  }

  /** How wide the column was made, in points; 0 for the usual width. */
  public DoubleProperty widthProperty() {
    return width;
  }

  /** Lists what a session has; the form stays. */
  public void show(PairIndex index) {
    origin = null;
    matrixOpen.set(false);
    savedFilters.clear();
    following = true;
    classPairs.show(index.classPairs());
    classes.show(index.classes());
    matrix.show(index.matrix());
    following = false;
    pairs.show(index);
  }

  /** Shows what a survey has found so far; null if there is none. */
  public void survey(InfluenceSurvey survey) {
    pairs.survey(survey);
  }

  /** Lists something else; closes the matrix. */
  public void showForm(Form newForm) {
    origin = null;
    matrixOpen.set(false);
    form.set(newForm);
  }

  /** Opens the matrix, or closes it. */
  public void openMatrix(boolean open) {
    if (open) {
      showForm(Form.CLASS_PAIRS);
    }
    matrixOpen.set(open && matrix.cellProperty().get() != null);
  }

  /** Chooses the pair before. */
  public void previous() {
    pairs.previous();
  }

  /** Chooses the pair after. */
  public void next() {
    pairs.next();
  }

  /** Lists everything again. */
  public void clearFilters() {
    origin = null;
    pairs.clearFilters();
  }

  /** Shows the pairs of a class pair. */
  public void open(ClassPairRow row) {
    openPairs(PairFilter.classPair(row.count().wrongLabel(), row.count().confusedLabel()));
  }

  /** Shows the pairs of a class's wrong images. */
  public void open(ClassRow row) {
    openPairs(PairFilter.NONE.withWrong(OptionalInt.of(row.summary().label())));
  }

  /** Shows the pairs that a training image is among the most harmful of. */
  public void openHarmedBy(int trainIndex) {
    openPairs(PairFilter.harmedBy(trainIndex));
  }

  /** Shows the pairs that have something to do with images. */
  public void openTouching(PairFilter.Touched images) {
    openPairs(PairFilter.touching(images));
  }

  /** Shows the pairs of the matrix's cell, if there are any. */
  public void openCell() {
    if (matrix.cellHasPairsProperty().get()) {
      openPairs(filter(matrix.cellProperty().get()));
    }
  }

  /** All pairs of the line: what was searched for before comes back with {@link #back}. */
  public void openPairs(PairFilter filter) {
    Origin from =
        new Origin(
            form.get(),
            matrixOpen.get(),
            pairs.filterProperty().get(),
            pairs.restrictionProperty().get());
    showForm(Form.PAIRS);
    pairs.filterProperty().set("");
    pairs.restrictionProperty().set(filter);
    if (pairs.positionProperty().get() < 0) {
      pairs.selectAt(0);
    }
    origin = from;
  }

  /** Drops the picked pairs, closes the matrix, or goes back to where the pairs were opened; false if there is neither. */
  public boolean back() {
    if (pairs.picks().clear()) {
      return true;
    }
    if (matrixOpen.get()) {
      matrixOpen.set(false);
      return true;
    }
    Origin to = origin;
    if (to == null) {
      return false;
    }
    showForm(to.form());
    pairs.filterProperty().set(to.words());
    pairs.restrictionProperty().set(to.filter());
    openMatrix(to.matrix());
    return true;
  }

  /** What is listed how, to be kept until the program starts again. */
  public Map<String, String> state() {
    return ConfusionsState.of(this);
  }

  /** Lists the session shown as it was; unknown and missing values are passed over. */
  public void restore(Map<String, String> state) {
    ConfusionsState.restore(this, state);
  }
}
