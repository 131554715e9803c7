package eifexplorer.ui.explore.confusions;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.job.InlineJobRunner;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.marks.MarksViewModel;
import eifexplorer.ui.testing.ManyConfusions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PairKnowledgeTest {
  private final MarksViewModel marks =
      new MarksViewModel(new FxJobs(new InlineJobRunner(), Runnable::run), new NoticesViewModel());
  private final PairKnowledge known = new PairKnowledge(marks, new SurveyOrder(() -> 0));
  private final PairItem pair = PairIndex.of(ManyConfusions.mutual(8)).items().get(0);

  @Test
  void everyMarkAndNoteIsAnnouncedOnceItIsKnown() {
    List<String> told = new ArrayList<>();
    known
        .changesProperty()
        .addListener((value, old, now) -> told.add(known.reviewed(pair) + known.note(pair)));

    marks.review(pair.key(), true);
    marks.note(pair.key(), " one bird");
    marks.review(pair.key(), false);

    assertEquals(List.of("true", "trueone bird", "falseone bird"), told);
  }

  @Test
  void aNoteIsSearchedLikeTheNamesInLowerCase() {
    marks.note(pair.key(), "Against the Light");

    assertEquals(pair.searchText() + "\nagainst the light", known.searchText(pair));
  }
}
