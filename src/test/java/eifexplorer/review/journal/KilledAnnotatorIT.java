package eifexplorer.review.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.ReviewJournal.Start;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a program in the middle of its decisions; 50 times with {@code -Dkills=50}. */
class KilledAnnotatorIT {
  private static final int KILLS = Integer.getInteger("kills", 4);

  @TempDir Path folder;

  @Test
  void noAcknowledgedDecisionIsLost() throws Exception {
    Random random = new Random(11);
    for (int run = 0; run < KILLS; run++) {
      Path review = folder.resolve("run" + run).resolve("review");
      int last = random.nextInt(ScriptedAnnotator.DECISIONS);
      int acknowledged = killedAfter(review, last, random.nextInt(3));

      try (ReviewJournal journal = ReviewJournal.open(review, Start.EMPTY)) {
        assertTrue(
            journal.size() >= acknowledged, journal.size() + " entries, " + acknowledged + " said");
        assertEquals(expected(journal.size()), List.copyOf(journal.decisions().entries()));
        ScriptedAnnotator.act(journal, 0);
      }
    }
  }

  @Test
  void aSecondProgramIsRefusedEvenAfterThisOneTriedTwice() throws Exception {
    Path review = folder.resolve("review");
    try (ReviewJournal journal = ReviewJournal.open(review, Start.EMPTY)) {
      assertThrows(ProblemException.class, () -> ReviewJournal.open(review, Start.EMPTY));
      Process process = start(review, ProcessBuilder.Redirect.DISCARD);
      assertEquals(1, process.waitFor());
      assertEquals(0, journal.size());
    }
    assertEquals(0, ReviewJournal.read(review, Start.EMPTY).size());
  }

  private static Process start(Path review, ProcessBuilder.Redirect errors) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            ScriptedAnnotator.class.getName(),
            review.toString())
        .redirectError(errors)
        .start();
  }

  /** Entries that were acknowledged before the program was killed. */
  private static int killedAfter(Path review, int lines, int milliseconds)
      throws IOException, InterruptedException {
    Process process = start(review, ProcessBuilder.Redirect.INHERIT);
    int acknowledged = 0;
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (int n = 0; n <= lines; n++) {
        acknowledged = Integer.parseInt(said.readLine());
      }
      Thread.sleep(milliseconds);
      // By its handle: the process itself would close what it said before it is read.
      process.toHandle().destroyForcibly();
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        // The last line may be cut short.
        acknowledged = Math.max(acknowledged, line.isEmpty() ? 0 : Integer.parseInt(line));
      }
    }
    process.waitFor();
    return acknowledged;
  }

  /** What holds after this many entries of the script, be it in the middle of a batch. */
  private static List<JournalEntry> expected(int entries) {
    ReviewJournal journal = ReviewJournal.inMemory();
    for (int n = 0; journal.size() < entries; n++) {
      ScriptedAnnotator.act(journal, n);
    }
    return Decisions.of(journal.history().subList(0, entries)).entries();
  }
}
