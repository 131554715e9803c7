package eifexplorer.ui.explore.strips;

import static java.util.Objects.requireNonNull;

import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.kit.Texts;
import java.util.Optional;
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

  /** The training image {@code by} ranks from the given one, turning the page if need be; empty beyond the ends. */
  public Optional<InfluenceItem> step(InfluenceItem from, int by) {
    int rank = from == null || from.kind() != kind ? first : from.rank() - 1 + by;
    if (rank < 0 || rank >= count()) {
      return Optional.empty();
    }
    turnTo(rank);
    return Optional.of(item(rank));
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

  /** Turns to the page of a rank, from 0, if it is not in sight. */
  public void turnTo(int rank) {
    int wanted = rank / size * size;
    if (wanted != first && (rank < first || rank >= first + size)) {
      first = wanted;
      refresh();
    }
  }

  /** What its training images do to the pair. */
  public String effect() {
    return kind.effect(influence != null && session != null && influence.isOfOneClass(session));
  }

  /** How many training images are of its kind. */
  public int count() {
    return influence == null ? 0 : influence.count(kind);
  }

  /** The training image at a rank, from 0, below {@link #count}. */
  public InfluenceItem item(int rank) {
    return InfluenceItem.of(requireNonNull(session), requireNonNull(influence), kind, rank);
  }

  private void refresh() {
    int end = Math.min(count(), first + size);
    page.setAll(IntStream.range(first, end).mapToObj(this::item).toList());
    rangeText.set(count() == 0 ? "" : Texts.count(first + 1) + "–" + Texts.count(end));
  }
}
