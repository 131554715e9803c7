package eifexplorer.ui.explore.strips;

import static java.util.Objects.requireNonNull;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** One strip: the training images of a kind by strength, as many at a time as there is room for. */
public final class StripViewModel {
  private final InfluenceKind kind;
  private final ObservableList<InfluenceItem> page = FXCollections.observableArrayList();
  private final ObservableList<InfluenceItem> view = FXCollections.unmodifiableObservableList(page);
  private final ReadOnlyStringWrapper rangeText = new ReadOnlyStringWrapper("");
  private @Nullable ExplorerSession session;
  private @Nullable RankedInfluence influence;
  private @Nullable IntPredicate wanted;

  /** The ranks listed, from 0, in ascending order. */
  private int[] listed = {};

  private int first;
  private int size = 7;

  /** An empty strip. */
  public StripViewModel(InfluenceKind kind) {
    this.kind = kind;
  }

  /** Which side of influence it shows. */
  public InfluenceKind kind() {
    return kind;
  }

  /** The training images in sight. */
  public ObservableList<InfluenceItem> page() {
    return view;
  }

  /** Which ranks are in sight: {@code 1–7}. */
  public ReadOnlyStringProperty rangeTextProperty() {
    return rangeText.getReadOnlyProperty();
  }

  /** Shows other scores from the strongest on; {@code null} for none. */
  public void show(ExplorerSession newSession, @Nullable RankedInfluence newInfluence) {
    session = newSession;
    influence = newInfluence;
    first = 0;
    list();
  }

  /** Lists the training images with these indices only; {@code null} for all. */
  void showOnly(@Nullable IntPredicate trainIndices) {
    wanted = trainIndices;
    first = 0;
    list();
  }

  private void list() {
    RankedInfluence scores = influence;
    IntPredicate of = wanted;
    IntStream ranks = IntStream.range(0, scores == null ? 0 : scores.count(kind));
    listed =
        scores == null || of == null
            ? ranks.toArray()
            : ranks.filter(rank -> of.test(scores.trainIndex(kind, rank))).toArray();
    refresh();
  }

  /** Says how many tiles there is room for, at least 1. */
  public void pageSize(int tiles) {
    if (tiles != size) {
      size = Math.max(1, tiles);
      first = first / size * size;
      refresh();
    }
  }

  /** The strongest of its kind, if there is one. */
  public Optional<InfluenceItem> strongest() {
    return count() == 0 ? Optional.empty() : Optional.of(item(0));
  }

  /** The training image {@code by} places from the given one, turning the page if need be; empty beyond the ends. */
  public Optional<InfluenceItem> step(InfluenceItem from, int by) {
    int place = from == null || from.kind() != kind ? first : place(from.rank() - 1) + by;
    if (place < 0 || place >= count()) {
      return Optional.empty();
    }
    turnTo(place);
    return Optional.of(item(place));
  }

  /** The place of a rank, both from 0, or of the next one that is listed. */
  int place(int rank) {
    int found = Arrays.binarySearch(listed, rank);
    return found >= 0 ? found : Math.min(-found - 1, Math.max(0, count() - 1));
  }

  /** Shows the ranks after those in sight. */
  public void nextPage() {
    if (hasNext()) {
      first += size;
      refresh();
    }
  }

  /** Shows the ranks before those in sight. */
  public void previousPage() {
    if (first > 0) {
      first = Math.max(0, first - size);
      refresh();
    }
  }

  /** True if weaker ones follow. */
  public boolean hasNext() {
    return first + size < count();
  }

  /** True if stronger ones come before. */
  public boolean hasPrevious() {
    return first > 0;
  }

  /** Moves on by so many tiles, towards stronger ones if negative, until the last ones fill the strip. */
  public void scroll(int tiles) {
    int wanted = Math.max(0, Math.min(Math.max(0, count() - size), first + tiles));
    if (wanted != first) {
      first = wanted;
      refresh();
    }
  }

  /** Turns to the page of a place, from 0, if it is not in sight. */
  public void turnTo(int place) {
    int page = place / size * size;
    if (page != first && (place < first || place >= first + size)) {
      first = page;
      refresh();
    }
  }

  /** What its training images do to the pair. */
  public String effect() {
    return kind.effect(influence != null && session != null && influence.isOfOneClass(session));
  }

  /** How many training images are listed: all of its kind, or those that are wanted of these. */
  public int count() {
    return listed.length;
  }

  /** The training image at a place, from 0, below {@link #count}. */
  public InfluenceItem item(int place) {
    return InfluenceItem.of(
        requireNonNull(session), requireNonNull(influence), kind, listed[place]);
  }

  private void refresh() {
    int end = Math.min(count(), first + size);
    page.setAll(IntStream.range(first, end).mapToObj(this::item).toList());
    rangeText.set(count() == 0 ? "" : Texts.count(first + 1) + "–" + Texts.count(end));
  }
}
