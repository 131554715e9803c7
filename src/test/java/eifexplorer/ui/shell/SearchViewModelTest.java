package eifexplorer.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.job.JobRunner;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.ExploreViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.search.ExploreFinder;
import eifexplorer.ui.explore.search.SearchIndex;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.screen.Finder;
import eifexplorer.ui.screen.SearchHit;
import eifexplorer.ui.testing.HeldJobRunner;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededServices;
import eifexplorer.ui.testing.SketchScreen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SearchViewModelTest {
  private final ExplorerSession session = SampleSession.of(Optional.empty());
  private final AtomicInteger shown = new AtomicInteger();
  private final List<Path> openedPaths = new ArrayList<>();
  private ExploreViewModel explore;
  private SearchViewModel search;

  @BeforeEach
  void open() {
    open(new InlineJobRunner());
  }

  private void open(JobRunner searching) {
    NoticesViewModel notices = new NoticesViewModel();
    FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
    PairIndex index = PairIndex.of(session);
    explore =
        new ExploreViewModel(
            jobs, SeededServices.standard(), new MarksViewModel(jobs, notices), notices, () -> {});
    explore.show(session, index, ScopePairs.of(session.confusions()));
    Finder finder =
        new ExploreFinder(
            SearchIndex.of(session, index),
            explore.pairs(),
            explore.strips(),
            shown::incrementAndGet);
    search =
        new SearchViewModel(
            new FxJobs(searching, Runnable::run),
            notices,
            List.of(new SketchScreen(finder)),
            List.of(new PathFinder(openedPaths::add)));
  }

  private List<String> groups() {
    return search.hits().stream().map(SearchHit::group).distinct().toList();
  }

  @Test
  void classesPairsAndTrainingImagesAreFound() {
    search.textProperty().set("golden");
    assertEquals(List.of("Classes", "Pairs"), groups());

    search.textProperty().set("finch_0007");
    assertEquals(
        List.of("Coral_Finch_0007.png"), search.hits().stream().map(SearchHit::title).toList());
    assertEquals(List.of("Training images"), groups());
  }

  @Test
  void whatIsSpeltNearlySoIsFoundUnderTheWordThatWasMeant() {
    for (String typed : List.of("godlen", "goldn", "gollden", "golden orole")) {
      search.textProperty().set(typed);
      assertTrue(
          search.hits().stream().anyMatch(hit -> hit.title().equals("Golden Oriole")),
          typed + ": " + search.hits());
    }
    assertEquals(List.of("Classes · “golden oriole”", "Pairs · “golden oriole”"), groups());
    search.textProperty().set("coral fnch");
    assertEquals(List.of("Training images · “coral finch”"), groups());
    search.textProperty().set("zebra");
    assertEquals(List.of(), search.hits());
  }

  @Test
  void whatWasFoundHasItsPictures() {
    search.textProperty().set("golden");
    assertEquals(
        List.of(1, 2),
        search.hits().stream().map(hit -> hit.pictures().size()).distinct().sorted().toList());
  }

  @Test
  void aPastedPathOfAnImageIsThatImage() {
    for (String path :
        List.of(
            "/data/birds/images/train/Coral_Finch_0007.png",
            "'/data/birds/Coral_Finch_0007.png'",
            "C:\\birds\\Coral_Finch_0007.png",
            "file:///data/Coral_Finch_0007.png")) {
      search.textProperty().set(path);
      assertEquals(
          List.of("Coral_Finch_0007.png"),
          search.hits().stream().map(SearchHit::title).toList(),
          path);
    }
  }

  @Test
  void aPastedPathOfSomethingElseIsOpened(@TempDir Path folder) throws IOException {
    Path birds = Files.createDirectory(folder.resolve("my birds"));
    for (String path : List.of(birds.toString(), "\"" + birds + "\"", birds.toUri().toString())) {
      search.textProperty().set(path);
      assertEquals("Open the data set", search.hits().get(0).title(), path);
    }
    search.goToChosen();
    assertEquals(List.of(birds), openedPaths.stream().map(Path::normalize).toList());
    search.textProperty().set(folder.resolve("not there").toString());
    assertEquals(List.of(), search.hits());
  }

  @Test
  void aNumberIsThePairInTheListAsItIsSorted() {
    search.textProperty().set("3");

    PairItem third = explore.pairs().visible().get(2);
    assertEquals(
        List.of(
            third.wrongClass() + " – " + third.confusedClass(),
            "Pair 3 · " + third.wrong().fileName()),
        List.of(
            search.hits().get(0).title(),
            search.hits().get(0).detail().replaceFirst(" · [^·]*$", "")));
  }

  @Test
  void enterGoesToTheChosenPair() {
    search.textProperty().set("3");
    PairItem third = explore.pairs().visible().get(2);

    assertTrue(search.goToChosen());

    assertSame(third, explore.pairs().selectedProperty().get());
    assertEquals(List.of("", 1), List.of(search.textProperty().get(), shown.get()));
  }

  @Test
  void aClassFiltersTheList() {
    search.textProperty().set("oriole");

    search.goToChosen();

    assertEquals("Golden Oriole", explore.pairs().filterProperty().get());
    assertTrue(explore.pairs().visible().contains(explore.pairs().selectedProperty().get()));
  }

  @Test
  void aHiddenPairIsListedAgain() {
    search.textProperty().set("2");
    SearchHit second = search.hits().get(0);
    explore.pairs().filterProperty().set("nothing has this");

    search.goTo(second);

    assertEquals("", explore.pairs().filterProperty().get());
    assertEquals(1, explore.pairs().positionProperty().get());
  }

  @Test
  void aTrainingImageIsChosenWhereverItStands() {
    search.textProperty().set("Coral_Finch_0007");

    search.goToChosen();

    assertEquals("Coral_Finch_0007.png", explore.sample().itemProperty().get().sample().fileName());
  }

  @Test
  void theArrowsStayInTheList() {
    search.textProperty().set("golden");

    search.step(-1);
    assertEquals(0, search.chosenProperty().get());
    search.step(100);

    assertEquals(search.hits().size() - 1, search.chosenProperty().get());
  }

  @Test
  void whatWasTypedMeanwhileCounts() {
    HeldJobRunner held = new HeldJobRunner();
    open(held);
    search.textProperty().set("golden");
    search.textProperty().set("zebra");

    held.job(1).finish();
    held.job(0).finish();

    assertEquals(List.of(), search.hits());
    assertTrue(search.answeredProperty().get());
    assertFalse(search.goToChosen());
  }
}
