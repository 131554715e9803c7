package eifexplorer.ui.shell;

import eifexplorer.job.Lane;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.Outcome;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.screen.Finder;
import eifexplorer.ui.screen.Screen;
import eifexplorer.ui.screen.SearchHit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
  private final List<Screen> screens;
  private final List<Finder> own;
  private final StringProperty text = new SimpleStringProperty("");
  private final ObservableList<SearchHit> hits = FXCollections.observableArrayList();
  private final ObservableList<SearchHit> view = FXCollections.unmodifiableObservableList(hits);
  private final IntegerProperty chosen = new SimpleIntegerProperty(-1);
  private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
  private int searches;

  /**
   * A search in whatever these screens show.
   *
   * @param own find what no screen shows
   */
  SearchViewModel(FxJobs jobs, NoticesViewModel notices, List<Screen> screens, List<Finder> own) {
    this.jobs = jobs;
    this.notices = notices;
    this.screens = List.copyOf(screens);
    this.own = List.copyOf(own);
    text.addListener((value, old, now) -> search());
  }

  /** Words that must all occur in a name, or a number in a list. */
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
    List<Finder> finders =
        Stream.concat(own.stream(), screens.stream().flatMap(screen -> screen.finder().stream()))
            .toList();
    if (wanted.isEmpty()) {
      show(List.of(), false);
      return;
    }
    jobs.startQuietly(
        Texts.of("Search {0}", wanted),
        Lane.COMPUTE,
        context -> all(finders, finder -> finder.find(wanted)),
        Outcome.of(
            found -> {
              if (mine == searches) {
                List<SearchHit> hits = all(finders, finder -> finder.findListed(wanted));
                hits.addAll(found);
                show(hits, true);
              }
            },
            notices::show));
  }

  private static List<SearchHit> all(
      List<Finder> finders, Function<Finder, List<SearchHit>> search) {
    List<SearchHit> hits = new ArrayList<>();
    finders.forEach(finder -> hits.addAll(search.apply(finder)));
    return hits;
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
    hit.open().run();
    clear();
  }
}
