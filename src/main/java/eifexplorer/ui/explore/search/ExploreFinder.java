package eifexplorer.ui.explore.search;

import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Finder;
import eifexplorer.ui.screen.SearchHit;
import java.util.List;

/** Finds pairs, classes and training images of a session, and goes to them. */
public final class ExploreFinder implements Finder {
  private final SearchIndex index;
  private final PairListViewModel pairs;
  private final StripsViewModel strips;
  private final Runnable turnHere;

  /**
   * A finder in an index.
   *
   * @param turnHere turns to the screen of the pairs and strips
   */
  public ExploreFinder(
      SearchIndex index, PairListViewModel pairs, StripsViewModel strips, Runnable turnHere) {
    this.index = index;
    this.pairs = pairs;
    this.strips = strips;
    this.turnHere = turnHere;
  }

  @Override
  public List<SearchHit> find(String text) {
    List<Found> found = index.search(text);
    if (!found.isEmpty()) {
      return found.stream().map(one -> hit(one, "")).toList();
    }
    return index
        .corrected(text)
        .map(
            meant ->
                index.search(meant).stream().map(one -> hit(one, " · “" + meant + "”")).toList())
        .orElse(List.of());
  }

  /** A number is that of a pair in the list as it is sorted now. */
  @Override
  public List<SearchHit> findListed(String text) {
    List<PairItem> listed = pairs.visible();
    int number = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    return number < 1 || number > listed.size()
        ? List.of()
        : List.of(hit(new Found.Pair(listed.get(number - 1), Texts.of("Pair {0}", number)), ""));
  }

  /** {@code meant} is added to its group if what was typed is spelt otherwise. */
  private SearchHit hit(Found found, String meant) {
    return new SearchHit(
        found.group() + meant, found.title(), found.detail(), found.pictures(), () -> goTo(found));
  }

  private void goTo(Found found) {
    turnHere.run();
    if (found instanceof Found.Pair pair) {
      if (pairs.visible().stream().noneMatch(item -> item == pair.item())) {
        pairs.clearFilters();
      }
      pairs.select(pair.item());
    } else if (found instanceof Found.ClassName name) {
      pairs.filterProperty().set(name.title());
      pairs.next();
    } else if (found instanceof Found.TrainingImage image) {
      strips.chooseTraining(image.trainIndex());
    }
  }
}
