package eifexplorer.ui.explore.search;

import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.strips.StripsViewModel;
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
    return index.search(text).stream().map(this::hit).toList();
  }

  /** A number is that of a pair in the list as it is sorted now. */
  @Override
  public List<SearchHit> findListed(String text) {
    List<PairItem> listed = pairs.visible();
    int number = text.matches("\\d{1,7}") ? Integer.parseInt(text) : 0;
    return number < 1 || number > listed.size()
        ? List.of()
        : List.of(hit(new Found.Pair(listed.get(number - 1), "Pair " + number)));
  }

  private SearchHit hit(Found found) {
    return new SearchHit(found.group(), found.title(), found.detail(), () -> goTo(found));
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
