package eifexplorer.ui.explore.confusions;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.SetChangeListener;
import org.jspecify.annotations.Nullable;

/**
 * The list of confused pairs: sorted, filtered, one of them chosen. Two images that are each other's nearest neighbour make
 * two pairs, which have the same distance and the same scores: of these the first in the order is listed.
 *
 * <p>A chosen pair that the filter hides stays chosen, so that neither typing nor a review mark changes what is looked at;
 * the next step goes to the pair that follows it in the order.
 */
public final class PairListViewModel {
  private final ListedPairs listed = new ListedPairs();
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<PairFilter> filter = new SimpleObjectProperty<>(PairFilter.NONE);
  private final ObjectProperty<PairOrder> order = new SimpleObjectProperty<>(PairOrder.NEAREST);
  private final ReadOnlyObjectWrapper<PairItem> selected = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<PairItem> pointedAt = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper countText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper surveyText = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper orderBehind = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper countTip = new ReadOnlyStringWrapper("");
  private final SurveyOrder survey;
  private final PairKnowledge known;
  private final PairPicks picks;
  private PairIndex index = PairIndex.EMPTY;

  /**
   * An empty list.
   *
   * @param marks the pairs that were looked at and the images that were flagged
   * @param nanoTime what time it is, in ns from any start
   */
  public PairListViewModel(MarksViewModel marks, LongSupplier nanoTime) {
    survey = new SurveyOrder(nanoTime);
    known = new PairKnowledge(marks, survey);
    picks = new PairPicks(this, marks);
    words.addListener((value, old, now) -> refresh());
    filter.addListener((value, old, now) -> refiltered());
    order.addListener((value, old, now) -> sort());
    marks
        .reviewed()
        .addListener(
            (SetChangeListener<PairKey>)
                change ->
                    marked(
                        change.wasAdded() ? change.getElementAdded() : change.getElementRemoved()));
    marks.copiesProperty().addListener((value, old, now) -> copiesKnown());
    marks.flagChangesProperty().addListener((value, old, now) -> flagsChanged());
  }

  /** Which pairs are listed, and where. */
  ListedPairs listed() {
    return listed;
  }

  /** The pairs that match the words and the filter, in order. */
  public ObservableList<PairItem> visible() {
    return listed.view();
  }

  /** Words that must all occur in a class or file name; empty for all pairs. */
  public StringProperty filterProperty() {
    return words;
  }

  /** What a pair must be like besides. */
  public ObjectProperty<PairFilter> restrictionProperty() {
    return filter;
  }

  /** The order of the list. */
  public ObjectProperty<PairOrder> orderProperty() {
    return order;
  }

  /** The chosen pair; null if there is none. */
  public ReadOnlyObjectProperty<PairItem> selectedProperty() {
    return selected.getReadOnlyProperty();
  }

  /** The pair under the mouse; null if there is none. */
  public ObjectProperty<PairItem> pointedAtProperty() {
    return pointedAt;
  }

  /** The pairs after and before the chosen one in the list. */
  public List<PairItem> beside() {
    int at = position.get();
    return at < 0
        ? List.of()
        : IntStream.of(at + 1, at - 1)
            .filter(place -> place >= 0 && place < listed.view().size())
            .mapToObj(listed.view()::get)
            .toList();
  }

  /** Place of the chosen pair in the list, from 0; -1 if it is not listed. */
  public ReadOnlyIntegerProperty positionProperty() {
    return position.getReadOnlyProperty();
  }

  /** How many pairs are listed, of how many. */
  public ReadOnlyStringProperty countTextProperty() {
    return countText.getReadOnlyProperty();
  }

  /** What the numbers of {@link #countTextProperty} count. */
  public ReadOnlyStringProperty countTipProperty() {
    return countTip.getReadOnlyProperty();
  }

  /** How far the survey has come, where the order or the filter depends on it; empty otherwise. */
  public ReadOnlyStringProperty surveyTextProperty() {
    return surveyText.getReadOnlyProperty();
  }

  /** True while the survey knows more than the order shows; call {@link #catchUp} in two seconds. */
  public ReadOnlyBooleanProperty orderBehindProperty() {
    return orderBehind.getReadOnlyProperty();
  }

  /** Number of pairs, listed or not; those of the same two images count once. */
  public int total() {
    return index.distinct();
  }

  /** The parts of the filter. */
  public List<FilterChip> chips() {
    return FilterChip.of(filter.get(), index);
  }

  /** The pairs, listed or not. */
  PairIndex index() {
    return index;
  }

  /** False for a pair that is none of the session's confusions, as one that another model confuses; true for no pair. */
  public boolean isConfused(@Nullable PairItem item) {
    return item == null || index.item(item.key()).isPresent();
  }

  /** What is known of the pairs besides what they are. */
  PairKnowledge known() {
    return known;
  }

  /** Several pairs that something is done with together. */
  public PairPicks picks() {
    return picks;
  }

  /** Says of each pair what another model makes of it; null for nothing. */
  public void compare(@Nullable ComparedPairs with) {
    known.compare(with);
    if (filter.get().compared().isPresent()) {
      filter.set(filter.get().withCompared(Optional.empty()));
    }
  }

  /** Lists other pairs, all of them, and chooses the first. */
  public void show(PairIndex newIndex) {
    index = newIndex;
    survey.use(null);
    known.show(newIndex);
    listed.order(List.of());
    selected.set(null);
    clearFilters();
    sort();
    known.changed();
    selectAt(0);
  }

  /** Shows what a survey has found so far; null if there is none. */
  public void survey(InfluenceSurvey now) {
    survey.use(now);
    known.changed();
    if (needsSurvey()) {
      surveyText.set(survey.progressText());
      orderBehind.set(true);
      if (survey.mayChange()) {
        catchUp();
      }
    }
  }

  /** Sorts again if the order is behind the survey. */
  public void catchUp() {
    if (orderBehind.get()) {
      sort();
    }
  }

  /** Chooses a pair. */
  public void select(PairItem item) {
    if (item != null) {
      // The place first, since who is told of the pair asks for it.
      position.set(listed.indexOf(item));
      selected.set(item);
    }
  }

  /** Chooses the pair of two images if there is one. */
  public void select(PairKey key) {
    index.item(key).ifPresent(this::select);
  }

  /** Chooses the first pair in the order that such a filter admits, listed or not, unless the chosen one is such a pair. */
  void selectFirst(PairFilter wanted) {
    PairItem chosen = selected.get();
    if (chosen == null || !wanted.admits(chosen, known)) {
      listed.first(item -> wanted.admits(item, known)).ifPresent(this::select);
    }
  }

  /** Chooses the pair after the chosen one; stays at the last. */
  public void next() {
    step(1);
  }

  /** Chooses the pair before the chosen one; stays at the first. */
  public void previous() {
    step(-1);
  }

  /** Chooses the pair so many places further down, or up; stays inside the list. */
  void step(int by) {
    int at = position.get();
    if (at < 0) {
      int gap = listed.gap(selected.get());
      at = by > 0 ? gap - 1 : gap;
    }
    selectAt(at + by);
  }

  /** Chooses the pair at a place, or the one at the nearer end. */
  void selectAt(int place) {
    List<PairItem> all = listed.view();
    if (!all.isEmpty()) {
      select(all.get(Math.max(0, Math.min(all.size() - 1, place))));
    }
  }

  /** Lists every pair again. */
  public void clearFilters() {
    words.set("");
    filter.set(PairFilter.NONE);
  }

  /** What is listed and in which order, as texts by name; see {@link eifexplorer.project.PairLink}. */
  public Map<String, String> list() {
    return ConfusionsState.list(this);
  }

  /** Lists what {@link #list} said; what is not understood sets no limit. */
  public void restoreList(Map<String, String> state) {
    ConfusionsState.restoreList(this, state);
  }

  private void sort() {
    List<PairItem> base = index.inOrder(order.get());
    listed.order(order.get() == PairOrder.SUSPECTS ? survey.sort(base) : base);
    refiltered();
  }

  private boolean needsSurvey() {
    return order.get() == PairOrder.SUSPECTS || filter.get().needsSurvey();
  }

  private void refiltered() {
    surveyText.set(needsSurvey() ? survey.progressText() : "");
    orderBehind.set(false);
    refresh();
  }

  private void copiesKnown() {
    if (filter.get().copies()) {
      refresh();
    }
  }

  private void flagsChanged() {
    if (filter.get().flagged()) {
      refresh();
    }
  }

  private void refresh() {
    listed.list(wanted());
    changed();
  }

  private Predicate<PairItem> wanted() {
    PairFilter restriction = filter.get();
    SearchWords searched = SearchWords.of(words.get());
    return item -> restriction.admits(item, known) && searched.allIn(known.searchText(item));
  }

  private void changed() {
    PairCount count = PairCount.of(listed.view(), wanted(), index);
    countText.set(count.text());
    countTip.set(count.explanation() + "\n" + index.measured());
    picks.listChanged();
    position.set(listed.indexOf(selected.get()));
  }

  /** One pair less is taken out alone: a thousand marks may change one after the other. */
  private void marked(PairKey key) {
    PairItem item = index.item(key).orElse(null);
    if (item == null || filter.get().reviewed() == ReviewState.ALL) {
      return;
    }
    int at = listed.indexOf(item);
    if (at < 0) {
      Predicate<PairItem> wanted = wanted();
      listed.first(either -> either.isOf(item) && wanted.test(either)).ifPresent(this::list);
    } else if (!filter.get().admits(listed.view().get(at), known)) {
      listed.remove(at);
      changed();
    }
  }

  private void list(PairItem item) {
    listed.add(item);
    changed();
  }
}
