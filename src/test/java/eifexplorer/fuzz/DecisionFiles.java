package eifexplorer.fuzz;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.review.ReviewDesk;
import eifexplorer.review.SmallReview;
import eifexplorer.review.exchange.DecidedImages;
import eifexplorer.review.exchange.DecisionFormat;
import eifexplorer.review.exchange.DecisionFormats;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.journal.JournalEntryBuilder;
import eifexplorer.review.revision.OriginalLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Decisions handed over by other programs, and by this one. */
final class DecisionFiles {
  private static final List<String> WORDS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ",",
          ":",
          "null",
          "\"",
          "\n",
          "\"label\"",
          "\"annotations\"",
          "\"filepath\"",
          "path",
          "new",
          ",,",
          "1e400");
  private static final ImageDataset DATASET = SmallReview.dataset(Optional.empty());

  private DecisionFiles() {}

  static List<Format> all() throws IOException {
    List<byte[]> own =
        List.of(
            TextMutations.text(
                "path,old,new,kind,annotator,time,reason\n"
                    + "images/001.Amber_Tern/3.jpg,001.Amber_Tern,002.Coral_Finch,label,ann,"
                    + "2026-01-02T03:04:05Z,\"a, \"\"b\"\"\"\n"
                    + "images/002.Coral_Finch/12.jpg,002.Coral_Finch,,exclude,bob,,\n"),
            TextMutations.text(
                """
                path,note
                images/001.Amber_Tern/3.jpg,blurred
                images/001.Amber_Tern/4.jpg,ok
                """));
    List<Format> all = new ArrayList<>();
    all.add(decisions("csv decisions", own, TextMutations.all(",")));
    for (DecisionFormat format : DecisionFormats.all()) {
      byte[] written = written(format);
      boolean json = written[0] == '{' || written[0] == '[';
      List<Mutation> mutations =
          json
              ? Stream.of(JsonMutations.whole(), JsonMutations.lines())
                  .flatMap(List::stream)
                  .toList()
              : TextMutations.all(",");
      all.add(decisions(format.id(), List.of(written), mutations));
    }
    return all;
  }

  private static Format decisions(String name, List<byte[]> seeds, List<Mutation> own) {
    return Format.of(name, "decisions", seeds, WORDS, own, DecisionFiles::read);
  }

  private static boolean read(Path file) {
    ReviewDesk desk = ReviewDesk.inMemory(OriginalLabels.of(DATASET));
    List<JournalEntry> entries = DecisionFormats.read(file, DATASET, desk, "me", remark -> {});
    for (JournalEntry entry : entries) {
      ArrayFormats.check(
          desk.originals().containsKey(entry.sample()),
          "a decision about no image of the data set");
    }
    desk.journal().takeOver(entries);
    return desk.staging().changes() != null;
  }

  private static byte[] written(DecisionFormat format) throws IOException {
    ReviewDesk desk = ReviewDesk.inMemory(OriginalLabels.of(DATASET));
    desk.journal()
        .decideAll(
            List.of(
                entry(DecisionKind.LABEL, "ann", 3, "002.Coral_Finch"),
                entry(DecisionKind.KEEP, "bob", 4, "001.Amber_Tern"),
                entry(DecisionKind.EXCLUDE, "ann", 5, "")));
    Path file = Files.createTempDirectory("decisions").resolve("file");
    try {
      format.write(file, DecidedImages.of(desk.decisions(), desk.originals()));
      return Files.readAllBytes(file);
    } finally {
      Files.deleteIfExists(file);
      Files.delete(file.getParent());
    }
  }

  private static JournalEntry entry(DecisionKind kind, String who, int index, String after) {
    return JournalEntryBuilder.builder()
        .time(Instant.parse("2026-01-02T03:04:05Z").plusSeconds(index))
        .kind(kind)
        .annotator(who)
        .sample("images/001.Amber_Tern/" + index + ".jpg")
        .before("001.Amber_Tern")
        .after(after)
        .reason("a, \"b\"\nc")
        .build();
  }
}
