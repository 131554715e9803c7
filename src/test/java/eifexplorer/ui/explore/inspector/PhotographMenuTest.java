package eifexplorer.ui.explore.inspector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.review.ReviewMarks;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.inspector.PhotoArrangement.Mode;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.CommandMenu.Entry;
import eifexplorer.ui.kit.FileManager;
import eifexplorer.ui.kit.KeyCommand;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.SampleSession;
import eifexplorer.ui.testing.SeededInsights;
import eifexplorer.ui.testing.SeededServices;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PhotographMenuTest {
  private final ExplorerSession session =
      SampleSession.of(Optional.of(Path.of("no", "such", "folder")));
  private final PairItem pair = PairIndex.of(session).items().get(2);
  private final FxJobs jobs = new FxJobs(new InlineJobRunner(), Runnable::run);
  private final NoticesViewModel notices = new NoticesViewModel();
  private final List<Integer> listed = new ArrayList<>();
  private final List<String> corrected = new ArrayList<>();
  private final MarksViewModel marks = new MarksViewModel(jobs, notices);
  private final InspectorViewModel model = model();
  private final PhotographMenu menu =
      new PhotographMenu(
          model,
          new PhotographFiles(jobs, new FileManager("Linux"), notices),
          labels(),
          listed::add);

  private InspectorViewModel model() {
    marks.show(ReviewMarks.inMemory());
    InspectorViewModel made =
        new InspectorViewModel(jobs, marks, SeededServices.standard().places());
    made.show(session, new SeededInsights(session));
    return made;
  }

  private TestImageLabels labels() {
    TestImageLabels labels =
        new TestImageLabels(
            marks, (path, name) -> corrected.add(path + " " + name.orElse("left out")));
    labels.show(session);
    return labels;
  }

  private List<Entry> entries(PairMember member) {
    return menu.of(member).stream().flatMap(List::stream).toList();
  }

  private void choose(PairMember member, String text) {
    entries(member).stream()
        .filter(entry -> entry.text().equals(text))
        .findFirst()
        .orElseThrow(() -> new AssertionError(text + " is not in " + texts(member)))
        .action()
        .run();
  }

  private List<String> texts(PairMember member) {
    return entries(member).stream().map(Entry::text).toList();
  }

  @Test
  void withoutAPairThereIsNothingToDo() {
    assertTrue(menu.of(PairMember.FIRST).isEmpty());
  }

  @Test
  void everyCommandOfAPhotographIsInTheMenuButTheStepsAndWhatAKeyHolds() {
    model.showPair(pair);

    Set<KeyCommand> both =
        List.of(PairMember.values()).stream()
            .flatMap(member -> entries(member).stream())
            .flatMap(entry -> entry.command().stream())
            .collect(Collectors.toSet());

    for (PhotographCommand command : PhotographCommand.values()) {
      assertEquals(!command.repeats() && !command.holds(), both.contains(command), command.name());
    }
  }

  @Test
  void theLinesDoWhatTheySayInTheWordsOfTheMoment() {
    model.showPair(pair);

    choose(PairMember.SECOND, "Pin it and walk its neighbours");
    assertEquals(PairMember.SECOND, model.walk().pinnedProperty().get());
    choose(PairMember.SECOND, "Let it go and go back to the pair");
    choose(PairMember.FIRST, "Mark the pair reviewed");
    assertTrue(model.reviewedProperty().get());
    choose(PairMember.FIRST, "Mark the pair not reviewed");
    choose(PairMember.FIRST, "List the pairs of " + pair.wrongClass());
    choose(PairMember.SECOND, "List the pairs of " + pair.confusedClass());
    assertEquals(List.of(pair.pair().wrongLabel(), pair.pair().confusedLabel()), listed);
    choose(PairMember.FIRST, "Zoom each alone");
    assertFalse(model.zoom().linkedProperty().get());
    choose(PairMember.FIRST, "Zoom both together");
    choose(PairMember.FIRST, "Show where the model looks");
    choose(PairMember.FIRST, "Hide where the model looks");
    choose(PairMember.FIRST, "Swap the sides");
    assertTrue(model.arrangement().swappedProperty().get());
    choose(PairMember.FIRST, "Blink both in one place");
    choose(PairMember.FIRST, "Lay one over the other");
    choose(PairMember.FIRST, "Side by side again");
    assertEquals(Mode.SIDE_BY_SIDE, model.arrangement().modeProperty().get());
  }

  @Test
  void itsLabelIsDecidedAbout() {
    model.showPair(pair);
    String other = session.dataset().classOf(pair.pair().confusedLabel()).name();

    choose(PairMember.FIRST, "Its label is " + pair.confusedClass());
    choose(PairMember.SECOND, "Leave it out of measuring");
    choose(PairMember.SECOND, "Flag");

    assertEquals(
        List.of(pair.wrong().path() + " " + other, pair.confused().path() + " left out"),
        corrected);
    assertEquals(Set.of(pair.confused().path()), Set.copyOf(marks.flagged()));
  }

  @Test
  void aFileThatIsGoneIsSaidToBe() {
    model.showPair(pair);

    choose(PairMember.FIRST, "Show it in the file manager");
    choose(PairMember.SECOND, "Open it in the system's viewer");

    assertEquals(2, notices.notices().size());
  }
}
