package eifexplorer.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import eifexplorer.review.ReviewMarks.PairKey;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewMarksTest {
  @TempDir Path folder;

  @Test
  void marksAreThereAfterReopening() {
    ReviewMarks marks = ReviewMarks.in(folder);
    marks.flag("a.jpg", true);
    marks.flag("b.jpg", true);
    marks.flag("a.jpg", false);
    marks.review(new PairKey("x.jpg", "y.jpg"), true);

    ReviewMarks reopened = ReviewMarks.in(folder);

    assertEquals(List.of("b.jpg"), reopened.flagged());
    assertEquals(Set.of(new PairKey("x.jpg", "y.jpg")), reopened.reviewed());
  }

  @Test
  void notesAreThereAfterReopening() {
    ReviewMarks marks = ReviewMarks.in(folder);
    marks.review(new PairKey("x.jpg", "y.jpg"), true);
    marks.note(new PairKey("x.jpg", "y.jpg"), " both on \"water\"\n");
    marks.note(new PairKey("u.jpg", "v.jpg"), "first");
    marks.note(new PairKey("u.jpg", "v.jpg"), "second");
    marks.note(new PairKey("p.jpg", "q.jpg"), "gone");
    marks.note(new PairKey("p.jpg", "q.jpg"), "  ");

    assertEquals(
        Map.of(
            new PairKey("x.jpg", "y.jpg"),
            "both on \"water\"",
            new PairKey("u.jpg", "v.jpg"),
            "second"),
        ReviewMarks.in(folder).notes());
  }

  @Test
  void theSamePairTheOtherWayRoundIsAnotherPair() {
    ReviewMarks marks = ReviewMarks.inMemory();
    marks.review(new PairKey("x.jpg", "y.jpg"), true);
    marks.review(new PairKey("y.jpg", "x.jpg"), false);
    assertEquals(Set.of(new PairKey("x.jpg", "y.jpg")), marks.reviewed());
  }
}
