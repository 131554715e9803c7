package eifexplorer.ui.shell;

import eifexplorer.job.Lane;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The search of the top bar: what is typed, what it finds, and going there. Searching runs in the background. */
public final class SearchViewModel {
  private final FxJobs jobs;
  private final NoticesViewModel notices;
  private final ExploreViewModel explore;
  private final Runnable showExplore;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
  private final ObservableList<SearchHit> view = FXCollections.unmodifiableObservableList(hits);
  private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
  private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
  private SearchIndex index;
  private int searches;

  /** A search without anything to search in yet. */
  SearchViewModel(
      FxJobs jobs, NoticesViewModel notices, ExploreViewModel explore, Runnable showExplore) {
    this.jobs = jobs;
    this.notices = notices;
    this.explore = explore;
    this.showExplore = showExplore;
    text.addListener((value, old, now) -> search());
  }

  /** Searches in another session from now on. */
  void show(SearchIndex newIndex) {
    index = newIndex;
    clear();
  }

  /** Words that must all occur in a class or file name, or the number of a pair in the list. */
  public StringProperty textProperty() {
    return text;
  }

  /** What was found. */
  public ObservableList<SearchHit> hits() {
    return view;
  }

  /** The hit that Enter goes to; -1 if there is none. */
  public IntegerProperty chosenProperty() {
    return chosen;
  }

  /** True once what is typed was searched for. */
  public ReadOnlyBooleanProperty answeredProperty() {
    return answered.getReadOnlyProperty();
  }

  /** Chooses the hit {@code by} places further; stays at the ends. */
  public void step(int by) {
    if (!hits.isEmpty()) {
      chosen.set(Math.max(0, Math.min(hits.size() - 1, chosen.get() + by)));
    }
  }

  /** Empties the field. */
  public void clear() {
    text.set("");
  }

  private void search() {
    int mine = ++searches;
    String wanted = text.get().strip();
    SearchIndex searched = index;
    if (wanted.isEmpty() || searched == null) {
      show(List.of(), false);
      return;
    }
    jobs.startQuietly(
        "Search " + wanted,
        Lane.COMPUTE,
        context -> searched.search(wanted),
        Outcome.of(
            found -> {
              if (mine == searches) {
                show(withNumber(wanted, found), true);
              }
            },
            notices::show));
  }

  /** A number is that of a pair in the list as it is sorted now. */
  private List<SearchHit> withNumber(String wanted, List<SearchHit> found) {
    List<PairItem> listed = explore.pairs().visible();
    List<SearchHit> all = new ArrayList<>(found);
    if (wanted.matches("\\d{1,7}")) {
      int number = Integer.parseInt(wanted);
      if (number >= 1 && number <= listed.size()) {
        all.add(0, new SearchHit.Pair(listed.get(number - 1), "Pair " + number));
      }
    }
    return all;
  }

  private void show(List<SearchHit> found, boolean done) {
    hits.setAll(found);
    chosen.set(found.isEmpty() ? -1 : 0);
    answered.set(done);
  }

  /** Goes to the chosen hit and empties the field; false if there is none. */
  public boolean goToChosen() {
    if (chosen.get() < 0) {
      return false;
    }
    goTo(hits.get(chosen.get()));
    return true;
  }

  /** Goes to a hit and empties the field. */
  public void goTo(SearchHit hit) {
    showExplore.run();
    PairListViewModel pairs = explore.pairs();
    if (hit instanceof SearchHit.Pair pair) {
      if (pairs.visible().stream().noneMatch(item -> item == pair.item())) {
        pairs.clearFilters();
      }
      pairs.select(pair.item());
    } else if (hit instanceof SearchHit.ClassName name) {
      pairs.filterProperty().set(name.title());
      pairs.next();
    } else if (hit instanceof SearchHit.TrainingImage image) {
      explore.strips().chooseTraining(image.trainIndex());
    }
    clear();
  }
}
