package eifexplorer.ui.explore.confusions;

import eifexplorer.influence.InfluenceSurvey;
import eifexplorer.review.ReviewMarks.PairKey;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.review.copies.CopyKind;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import javafx.collections.FXCollections;
import javafx.collections.MapChangeListener;
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
  private final ObservableList<PairItem> visible = FXCollections.observableArrayList();
  private final ObservableList<PairItem> view = FXCollections.unmodifiableObservableList(visible);
  private final StringProperty words = new SimpleStringProperty("");
  private final ObjectProperty<PairFilter> filter = new SimpleObjectProperty<>(PairFilter.NONE);
  private final ObjectProperty<PairOrder> order = new SimpleObjectProperty<>(PairOrder.NEAREST);
  private final ReadOnlyObjectWrapper<PairItem> selected = new ReadOnlyObjectWrapper<>();
  private final ObjectProperty<PairItem> pointedAt = new SimpleObjectProperty<>();
  private final ReadOnlyIntegerWrapper position = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyStringWrapper countText = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper surveyText = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper signs = new ReadOnlyIntegerWrapper();
  private final ReadOnlyBooleanWrapper orderBehind = new ReadOnlyBooleanWrapper();

  private final ReadOnlyStringWrapper countTip = new ReadOnlyStringWrapper("");
  private final MarksViewModel marks;
  private final SurveyOrder survey;
  private final PairKnowledge known;
  private final ReadOnlyObjectWrapper<ComparedPairs> comparison = new ReadOnlyObjectWrapper<>();
  private final PairPicks picks = new PairPicks(this);
  private PairIndex index = PairIndex.EMPTY;
  private List<PairItem> ordered = List.of();

  /**
   * An empty list.
   *
   * @param marks the pairs that were looked at and the images that were flagged
   * @param nanoTime what time it is, in ns from any start
   */
  public PairListViewModel(MarksViewModel marks, LongSupplier nanoTime) {
    this.marks = marks;
    survey = new SurveyOrder(nanoTime);
    known = new PairKnowledge(marks, survey);
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
    marks.notes().addListener((MapChangeListener<PairKey, String>) change -> noted());
    marks.copiesProperty().addListener((value, old, now) -> copiesKnown());
    marks.flagChangesProperty().addListener((value, old, now) -> flagsChanged());
  }

  /** The pairs that match the words and the filter, in order. */
  public ObservableList<PairItem> visible() {
    return view;
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
            .filter(place -> place >= 0 && place < visible.size())
            .mapToObj(visible::get)
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

  /** Changes whenever {@link #reviewed} or {@link #suspects} may say something else. */
  public ReadOnlyIntegerProperty signsProperty() {
    return signs.getReadOnlyProperty();
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

  /** True if a pair was looked at. */
  public boolean reviewed(PairItem item) {
    return known.reviewed(item);
  }

  /** How a pair's images are one photograph; empty if they are not. */
  public Optional<CopyKind> copy(PairItem item) {
    return known.copy(item).map(CopyGroup::kind);
  }

  /** What is noted on a pair; empty if nothing is. */
  public String note(PairItem item) {
    return known.note(item);
  }

  /** Notes something on every pair that is meant; a blank text takes the notes away. */
  public void note(String text) {
    picks.meant().forEach(item -> marks.note(item.key(), text));
  }

  /** Several pairs that something is done with together. */
  public PairPicks picks() {
    return picks;
  }

  /** Marks every pair that is meant as looked at; if all are, takes that back. */
  public void toggleReviewed() {
    List<PairItem> meant = picks.meant();
    boolean set = !meant.stream().allMatch(this::reviewed);
    meant.forEach(item -> marks.review(item.key(), set));
  }

  /** What another model makes of the pairs; null if there is none. */
  public ReadOnlyObjectProperty<ComparedPairs> comparisonProperty() {
    return comparison.getReadOnlyProperty();
  }

  /** Says of each pair what another model makes of it; null for nothing. */
  public void compare(@Nullable ComparedPairs with) {
    comparison.set(with);
    known.compare(with);
    signs.set(signs.get() + 1);
    if (filter.get().compared().isPresent()) {
      filter.set(filter.get().withCompared(Optional.empty()));
    }
  }

  /** What became of a pair's image with the other model; empty if there is none or it is not known. */
  Optional<DiffKind> compared(PairItem item) {
    return known.compared(item);
  }

  /** How many of a pair's most harmful images are suspects; empty if that is not known yet. */
  public OptionalInt suspects(PairItem item) {
    return survey.suspects(item);
  }

  /** Lists other pairs, all of them, and chooses the first. */
  public void show(PairIndex newIndex) {
    index = newIndex;
    known.show(newIndex);
    comparison.set(null);
    ordered = List.of();
    survey.use(null);
    selected.set(null);
    clearFilters();
    sort();
    signs.set(signs.get() + 1);
    selectAt(0);
  }

  /** Shows what a survey has found so far; null if there is none. */
  public void survey(InfluenceSurvey now) {
    survey.use(now);
    signs.set(signs.get() + 1);
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
      position.set(indexOf(item));
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
      ordered.stream()
          .filter(item -> wanted.admits(item, known))
          .findFirst()
          .ifPresent(this::select);
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
      int gap = placeOf(selected.get());
      at = by > 0 ? gap - 1 : gap;
    }
    selectAt(at + by);
  }

  /** Chooses the pair at a place, or the one at the nearer end. */
  void selectAt(int place) {
    if (!visible.isEmpty()) {
      select(visible.get(Math.max(0, Math.min(visible.size() - 1, place))));
    }
  }

  /** Lists every pair again. */
  public void clearFilters() {
    words.set("");
    filter.set(PairFilter.NONE);
  }

  private void sort() {
    List<PairItem> base = index.inOrder(order.get());
    ordered = order.get() == PairOrder.SUSPECTS ? survey.sort(base) : base;
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

  private void noted() {
    signs.set(signs.get() + 1);
  }

  private void copiesKnown() {
    signs.set(signs.get() + 1);
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
    SearchWords wanted = SearchWords.of(words.get());
    BitSet listed = new BitSet();
    List<PairItem> matching = new ArrayList<>();
    for (PairItem item : ordered) {
      if (filter.get().admits(item, known) && wanted.allIn(known.searchText(item))) {
        if (!item.mutual() || !listed.get(item.pair().confusedWith())) {
          matching.add(item);
        }
        listed.set(item.pair().wrong());
      }
    }
    visible.setAll(matching);
    changed();
  }

  private void changed() {
    PairCount count = PairCount.of(visible, this::matches, index);
    countText.set(count.text());
    countTip.set(count.explanation() + "\n" + index.measured());
    picks.listChanged();
    locate();
  }

  /** One pair less is taken out alone: a thousand marks may change one after the other. */
  private void marked(PairKey key) {
    signs.set(signs.get() + 1);
    PairItem item = index.item(key).orElse(null);
    if (item == null || filter.get().reviewed() == ReviewState.ALL) {
      return;
    }
    int at = indexOf(item);
    if (at >= 0 && !filter.get().admits(visible.get(at), known)) {
      visible.remove(at);
      changed();
    } else if (at < 0) {
      bothWays(item).filter(this::matches).reduce(this::earlier).ifPresent(this::list);
    }
  }

  private Stream<PairItem> bothWays(PairItem item) {
    return Stream.concat(Stream.of(item), index.item(item.key().reversed()).stream());
  }

  private PairItem earlier(PairItem a, PairItem b) {
    return ordered.stream().filter(item -> item == a || item == b).findFirst().orElse(a);
  }

  private void list(PairItem item) {
    visible.add(placeOf(item), item);
    changed();
  }

  private boolean matches(PairItem item) {
    return filter.get().admits(item, known)
        && SearchWords.of(words.get()).allIn(known.searchText(item));
  }

  private void locate() {
    position.set(indexOf(selected.get()));
  }

  /** Place of a pair in the list, whichever way round it is listed; -1 if it is not. */
  int indexOf(PairItem item) {
    for (int i = 0; i < visible.size(); i++) {
      if (visible.get(i).isOf(item)) {
        return i;
      }
    }
    return -1;
  }

  /** Where a pair that is not listed would stand. */
  private int placeOf(PairItem item) {
    int place = 0;
    for (PairItem before : ordered) {
      if (before == item) {
        return place;
      }
      if (place < visible.size() && visible.get(place) == before) {
        place++;
      }
    }
    return 0;
  }
}
