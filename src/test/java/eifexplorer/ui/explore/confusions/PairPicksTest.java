package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.ManyConfusions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairPicksTest {
  @TempDir Path folder;

  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final MarksViewModel marks = new MarksViewModel(jobs, notices);
  private final ConfusionsViewModel model = new ConfusionsViewModel(jobs, notices, marks, () -> 0);
  private final PairListViewModel list = model.pairs();
  private final PairPicks picks = list.picks();

  @BeforeEach
  void show() {
    model.show(PairIndex.of(ManyConfusions.mutual(8)));
  }

  private PairItem at(int place) {
    return list.visible().get(place);
  }

  @Test
  void theChosenPairAloneIsMeantUntilOthersArePicked() {
    list.selectAt(2);
    assertEquals(List.of(at(2)), picks.meant());

    picks.toggle(at(5));
    assertEquals(List.of(at(2), at(5)), picks.meant());
    assertEquals("2 picked", picks.textProperty().get());

    picks.toggle(at(5));
    picks.toggle(at(2));
    assertEquals("", picks.textProperty().get());
  }

  @Test
  void aRangeGoesFromTheChosenPairEitherWay() {
    list.selectAt(4);

    picks.pickTo(at(7));
    assertEquals(list.visible().subList(4, 8), picks.meant());
    picks.pickTo(at(1));
    assertEquals(list.visible().subList(1, 5), picks.meant());
  }

  @Test
  void whatIsNotListedIsNotPicked() {
    picks.pickAll();
    assertEquals(16, picks.meant().size());

    list.restrictionProperty().set(PairFilter.NONE.withMutual(true));
    list.restrictionProperty().set(PairFilter.NONE);

    assertEquals(8, picks.meant().size());
    assertTrue(picks.clear());
    assertFalse(picks.clear());
  }

  @Test
  void marksAndNotesAreMadeOnAllThatAreMeant() {
    picks.pickTo(at(3));
    marks.review(at(1).key(), true);

    picks.toggleReviewed();
    picks.note("against the light");

    assertTrue(list.visible().subList(0, 4).stream().allMatch(list.known()::reviewed));
    assertEquals("against the light", list.known().note(at(3)));
    assertEquals("", list.known().note(at(4)));

    picks.toggleReviewed();
    assertTrue(list.visible().stream().noneMatch(list.known()::reviewed));
  }

  @Test
  void notesAreSearchedFor() {
    PairItem third = at(2);
    list.select(third);
    picks.note("Against the light");

    list.filterProperty().set("against LIGHT");

    assertEquals(List.of(third), list.visible());
  }

  @Test
  void whatIsListedIsExportedWithWhatIsKnown() throws Exception {
    PairItem first = at(0);
    marks.review(first.key(), true);
    picks.note("one \"bird\", twice");
    Path file = folder.resolve("pairs.csv");

    model.export().pairs(list.visible(), file);

    List<String> lines = Files.readAllLines(file);
    assertEquals(17, lines.size());
    assertEquals(
        "wrong,confused_with,distance,wrong_class,confused_class,wrong_path,confused_path,"
            + "mutual,reviewed,doubtful,note",
        lines.get(0));
    assertTrue(lines.get(1).endsWith("true,true,,\"one \"\"bird\"\", twice\""), lines.get(1));
    assertEquals("16 pairs written to " + file, notices.notices().get(0).message());
  }

  @Test
  void classPairsAndClassesAreExportedAsListed() throws Exception {
    model.export().classPairs(model.classPairs().visible(), folder.resolve("a.csv"));
    model.export().classes(model.classes().visible(), folder.resolve("b.json"));

    assertEquals(4, Files.readAllLines(folder.resolve("a.csv")).size());
    assertTrue(Files.readString(folder.resolve("b.json")).contains("\"wrong_share\""));
  }

  @Test
  void whatCantBeWrittenIsSaid() throws Exception {
    Path file = folder.resolve("no such folder").resolve("x.txt");

    model.export().pairs(list.visible(), file);

    assertEquals(1, notices.notices().size());
    assertFalse(Files.exists(file));
  }
}
