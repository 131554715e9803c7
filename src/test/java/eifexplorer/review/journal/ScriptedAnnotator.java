package eifexplorer.review.journal;

import eifexplorer.review.journal.ReviewJournal.Start;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** A program of its own that decides 200 times, alone and in batches, undoing now and then, and says so after each; it is made to be killed. */
public final class ScriptedAnnotator {
  static final int DECISIONS = 200;

  private ScriptedAnnotator() {}

  /** The n-th thing that is done. */
  static void act(ReviewJournal journal, int n) {
    if (n % 7 == 6) {
      journal.undo("ann");
    } else if (n % 13 == 12) {
      journal.redo("ann");
    } else if (n % 5 == 4) {
      journal.decideAll(
          IntStream.range(n, n + 6)
              .mapToObj(k -> Entries.label("ann", "images/" + k % 50 + ".jpg", "class " + n))
              .map(entry -> entry.withGroup("batch " + n))
              .toList());
    } else {
      journal.decide(Entries.label("ann", "images/" + n % 50 + ".jpg", "class " + n));
    }
  }

  /** Review folder. */
  public static void main(String[] arguments) {
    try (ReviewJournal journal = ReviewJournal.open(Path.of(arguments[0]), Start.EMPTY)) {
      for (int n = 0; n < DECISIONS; n++) {
        act(journal, n);
        System.out.println(journal.size());
        System.out.flush();
      }
    }
  }
}
