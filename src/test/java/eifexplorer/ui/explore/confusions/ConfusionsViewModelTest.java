package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.ReviewMarks;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.ManyConfusions;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConfusionsViewModelTest {
  private final ExplorerSession session = ManyConfusions.of(36, 8, Optional.empty());
  private final PairIndex index = PairIndex.of(session);
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final MarksViewModel marks = new MarksViewModel(jobs, notices);
  private final ConfusionsViewModel model = new ConfusionsViewModel(jobs, notices, marks, () -> 0);

  @BeforeEach
  void show() {
    model.show(index);
  }

  private List<PairItem> visible() {
    return model.pairs().visible();
  }

  @Test
  void aClassPairShowsItsPairsAndTheWayBack() {
    model.showForm(Form.CLASS_PAIRS);
    model.pairs().filterProperty().set("kingfisher");
    ClassPairRow row = model.classPairs().visible().get(1);

    model.open(row);

    assertEquals(
        index.items().stream()
            .filter(
                item ->
                    item.wrongClass().equals(row.wrongClass())
                        && item.confusedClass().equals(row.confusedClass()))
            .map(PairItem::key)
            .sorted(Comparator.comparing(Object::toString))
            .toList(),
        visible().stream()
            .map(PairItem::key)
            .sorted(Comparator.comparing(Object::toString))
            .toList());
    assertTrue(visible().contains(model.pairs().selectedProperty().get()));
    assertTrue(model.back());
    assertEquals(
        List.of(Form.CLASS_PAIRS, "kingfisher", PairFilter.NONE),
        List.of(
            model.formProperty().get(),
            model.pairs().filterProperty().get(),
            model.pairs().restrictionProperty().get()));
    assertFalse(model.back());
  }

  @Test
  void whoListsAllPairsAgainIsNotTakenBack() {
    model.open(model.classPairs().visible().get(0));
    model.pairs().clearFilters();

    assertFalse(model.back());
    assertEquals(Form.PAIRS, model.formProperty().get());
  }

  private PairItem chosen() {
    return model.pairs().selectedProperty().get();
  }

  @Test
  void aChosenClassPairIsPreviewed() {
    model.showForm(Form.CLASS_PAIRS);
    ClassPairRow row = model.classPairs().visible().get(5);

    model.classPairs().selectedProperty().set(row);

    PairItem nearest =
        index.inOrder(PairOrder.NEAREST).stream()
            .filter(item -> item.pair().wrongLabel() == row.count().wrongLabel())
            .filter(item -> item.pair().confusedLabel() == row.count().confusedLabel())
            .findFirst()
            .orElseThrow();
    assertSame(nearest, chosen());
    assertEquals(
        List.of(Form.CLASS_PAIRS, PairFilter.NONE),
        List.of(model.formProperty().get(), model.pairs().restrictionProperty().get()));
    assertSame(row, model.classPairs().selectedProperty().get());
  }

  @Test
  void aChosenClassIsPreviewed() {
    ClassRow row = model.classes().visible().get(3);

    model.classes().selectedProperty().set(row);

    assertEquals(row.name(), chosen().wrongClass());
    assertSame(row, model.classes().selectedProperty().get());
  }

  @Test
  void theOtherListsFollowTheChosenPair() {
    PairItem far = visible().get(visible().size() - 1);

    model.pairs().select(far);

    assertEquals(far.wrongClass(), model.classPairs().selectedProperty().get().wrongClass());
    assertEquals(far.confusedClass(), model.classPairs().selectedProperty().get().confusedClass());
    assertEquals(far.wrongClass(), model.classes().selectedProperty().get().name());
    MatrixViewModel.Cell cell = model.matrix().cellProperty().get();
    ClassMatrix matrix = model.matrix().matrixProperty().get();
    assertEquals(
        List.of(far.wrongClass(), far.confusedClass()),
        List.of(matrix.name(cell.row()), matrix.name(cell.column())));
    assertSame(far, chosen());
  }

  @Test
  void theMatrixLeadsTheOtherLists() {
    ClassMatrix matrix = model.matrix().matrixProperty().get();
    PairItem other = visible().get(visible().size() - 1);

    model
        .matrix()
        .moveTo(
            matrix.indexOf(other.pair().wrongLabel()),
            matrix.indexOf(other.pair().confusedLabel()));

    assertEquals(other.wrongClass(), chosen().wrongClass());
    assertEquals(
        other.confusedClass(), model.classPairs().selectedProperty().get().confusedClass());
  }

  @Test
  void thePairsAnImageHarmsAreListedAndLeft() {
    model.survey(ManyConfusions.survey(session, session.pairs().size()));

    model.openHarmedBy(3);

    assertTrue(
        !visible().isEmpty() && visible().stream().allMatch(item -> item.pair().wrong() % 5 == 3));
    assertEquals(
        List.of("harmed by train 3 Amber Tern"),
        model.pairs().chips().stream().map(FilterChip::text).toList());
    assertTrue(model.back());
    assertEquals(session.pairs().size(), visible().size());
  }

  @Test
  void thePairsThatTouchImagesOfTheMapAreListedAndLeft() {
    model.survey(ManyConfusions.survey(session, session.pairs().size()));
    PairItem first = visible().get(0);
    int wrong = first.pair().wrong();

    model.openTouching(new PairFilter.Touched(Set.of(wrong), Set.of(3), "2 images of the map"));

    assertEquals(
        session.pairs().stream()
            .filter(
                pair ->
                    pair.wrong() == wrong || pair.confusedWith() == wrong || pair.wrong() % 5 == 3)
            .count(),
        visible().size());
    assertEquals(
        List.of("touching 2 images of the map"),
        model.pairs().chips().stream().map(FilterChip::text).toList());
    assertTrue(model.back());
    assertEquals(session.pairs().size(), visible().size());
  }

  @Test
  void aClassShowsItsWrongImages() {
    ClassRow row = model.classes().visible().get(3);

    model.open(row);

    assertEquals(row.summary().wrong(), visible().size());
    assertTrue(visible().stream().allMatch(item -> item.wrongClass().equals(row.name())));
    assertEquals(Form.PAIRS, model.formProperty().get());
  }

  @Test
  void aCellOfTheMatrixShowsItsPairsAndTheWayBack() {
    model.openMatrix(true);
    MatrixViewModel.Cell cell = model.matrix().cellProperty().get();
    int count = index.matrix().count(cell.row(), cell.column());

    model.openCell();

    assertEquals(List.of(count, false), List.of(visible().size(), matrixOpen()));
    assertTrue(model.back());
    assertEquals(List.of(session.pairs().size(), true), List.of(visible().size(), matrixOpen()));
    assertTrue(model.back());
    assertEquals(
        List.of(Form.CLASS_PAIRS, false), List.of(model.formProperty().get(), matrixOpen()));
  }

  private boolean matrixOpen() {
    return model.matrixOpenProperty().get();
  }

  @Test
  void anEmptyCellOpensNothing() {
    model.openMatrix(true);
    ClassMatrix matrix = model.matrix().matrixProperty().get();
    int column = 1;
    while (matrix.count(0, column) > 0) {
      column++;
    }
    model.matrix().moveTo(0, column);

    model.openCell();

    assertTrue(matrixOpen());
  }

  @Test
  void theWordsSearchAllThreeLists() {
    model.pairs().filterProperty().set("elegant tern");

    assertEquals(
        index.classPairs().stream()
            .filter(row -> row.searchText().contains("elegant"))
            .filter(row -> row.searchText().contains("tern"))
            .collect(Collectors.toSet()),
        Set.copyOf(model.classPairs().visible()));
    assertEquals(
        List.of("Elegant Tern"), model.classes().visible().stream().map(ClassRow::name).toList());
    assertEquals("1 of 36 classes", model.classes().countTextProperty().get());
  }

  @Test
  void anotherSessionIsListedFromScratch() {
    model.openMatrix(true);
    model.pairs().restrictionProperty().set(PairFilter.classPair(4, 5));
    ExplorerSession other = ManyConfusions.of(6, 8, Optional.empty());

    model.show(PairIndex.of(other));

    assertEquals(
        List.of(false, other.pairs().size(), 6),
        List.of(matrixOpen(), visible().size(), model.classes().visible().size()));
    assertSame(visible().get(0), model.pairs().selectedProperty().get());
  }

  private void arrange() {
    model.showForm(Form.CLASSES);
    model.pairs().orderProperty().set(PairOrder.WRONG_SHARE);
    model.pairs().filterProperty().set("tern");
    model
        .pairs()
        .restrictionProperty()
        .set(
            PairFilter.NONE
                .withWrong(OptionalInt.of(5))
                .withReviewed(ReviewState.NOT_REVIEWED)
                .withFrom(OptionalDouble.of(0.01))
                .withBelow(OptionalDouble.of(0.6)));
    model.savedFilters().save("  near terns ");
    model.widthProperty().set(300);
    model.pairs().select(index.items().get(7));
    model.classPairs().sortBy(ClassPairRow.ORDERS.get(3));
    model.classes().sortBy(ClassRow.ORDERS.get(1));
    model.classes().sortBy(ClassRow.ORDERS.get(1));
  }

  @Test
  void theStateSurvivesARestart() {
    arrange();
    Map<String, String> state = model.state();
    ConfusionsViewModel again = new ConfusionsViewModel(jobs, notices, marks, () -> 0);
    again.show(PairIndex.of(session));

    again.restore(state);

    assertEquals(state, again.state());
    assertEquals(
        visible().stream().map(PairItem::key).toList(),
        again.pairs().visible().stream().map(PairItem::key).toList());
    assertEquals(index.items().get(7).key(), again.pairs().selectedProperty().get().key());
    assertEquals(model.classes().visible(), again.classes().visible());
    assertEquals(model.classPairs().visible(), again.classPairs().visible());
  }

  @Test
  void unknownAndMissingValuesArePassedOver() {
    Map<String, String> usual = model.state();
    Map<String, String> strange = new HashMap<>();
    model.state().keySet().forEach(key -> strange.put(key, "no such thing"));
    strange.put("words", "");
    strange.put("distanceBelow", "NaN");
    strange.put("distanceFrom", "Infinity");
    strange.put("listWidth", "-3");
    strange.put("harmedBy", "no such image");
    strange.put("wrongClass", "no such class");

    model.restore(strange);
    model.restore(Map.of());

    assertEquals(usual, model.state());
  }

  @Test
  void aMarkIsSeenAtOnce() {
    PairItem second = visible().get(1);
    model.pairs().restrictionProperty().set(PairFilter.NONE.withReviewed(ReviewState.NOT_REVIEWED));
    model.pairs().select(second);
    PairItem third = visible().get(2);

    marks.review(second.key(), true);
    int without = visible().size();
    model.next();

    assertEquals(session.pairs().size() - 1, without);
    assertSame(third, model.pairs().selectedProperty().get());
    marks.review(second.key(), false);
    assertEquals(1, visible().indexOf(second));
  }

  @Test
  void marksOfAnotherWorkspaceChangeTheList() {
    model.pairs().restrictionProperty().set(PairFilter.NONE.withReviewed(ReviewState.REVIEWED));
    ReviewMarks other = ReviewMarks.inMemory();
    other.review(index.items().get(4).key(), true);

    marks.show(other);

    assertEquals(List.of(index.items().get(4)), visible());
  }
}
