package eifexplorer.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.LabelChange;
import eifexplorer.dataset.Split;
import eifexplorer.problem.PlainText;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.journal.JournalEntryBuilder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Checks decisions that come from a file, whatever its format. */
public final class DecisionRows {
  /** The label of an image that belongs to none of the classes. */
  public static final String NO_CLASS = "none of the classes";

  private static final int NAMED_PROBLEMS = 10;
  private static final int NAMED_CHARACTERS = 400;
  private static final int LONGEST_QUOTE = 120;

  private final ImageDataset dataset;
  private final ReviewDesk desk;
  private final String annotator;
  private final List<String> problems = new ArrayList<>();
  private final List<String> differing = new ArrayList<>();
  private final Map<List<Object>, String> firstPlaces = new HashMap<>();

  /**
   * A decision as a file has it.
   *
   * @param place where it stands, such as {@code line 3}
   * @param path of the image
   * @param label name of its class; the empty text leaves the image out; the label it has already keeps it
   * @param annotator may be empty
   * @param time in ISO 8601; may be empty
   * @param resolved whether it says what holds where annotators disagree
   * @param reason may be empty, as the others
   * @param method as in {@link JournalEntry}
   * @param also as in {@link JournalEntry}
   * @param proposed as in {@link JournalEntry}
   * @param kind the journal's word where the file has it: {@code note} decides nothing, {@code unsure} says no label; else empty
   * @param note a remark about the image; may be empty
   * @param old the label the image had by the file; may be empty
   */
  public record Row(
      String place,
      String path,
      String label,
      String annotator,
      String time,
      boolean resolved,
      String reason,
      String method,
      String also,
      String proposed,
      String kind,
      String note,
      String old) {
    /** Of a file that has neither kinds nor notes. */
    public Row(
        String place,
        String path,
        String label,
        String annotator,
        String time,
        boolean resolved,
        String reason,
        String method,
        String also,
        String proposed,
        String old) {
      this(
          place, path, label, annotator, time, resolved, reason, method, also, proposed, "", "",
          old);
    }

    /** Whether it decides; what was taken back does not. */
    boolean decides() {
      return !List.of("note", "withdraw", "undo", "redo").contains(kind);
    }

    boolean isOfNoClass() {
      return label.equals(NO_CLASS)
          || kind.equals("none")
          || (label.isEmpty() && !proposed.isEmpty());
    }
  }

  private DecisionRows(ImageDataset dataset, ReviewDesk desk, String annotator) {
    this.dataset = dataset;
    this.desk = desk;
    this.annotator = annotator;
  }

  /**
   * Turns rows into decisions; nothing is decided yet.
   *
   * @param file they are from
   * @param annotator whose decisions they are where the file does not say
   * @param remark is told if images have other labels than the file says they had
   * @throws ProblemException naming the places with unknown images or classes, if there are any
   */
  public static List<JournalEntry> check(
      Path file,
      List<Row> rows,
      ImageDataset dataset,
      ReviewDesk desk,
      String annotator,
      Consumer<String> remark) {
    DecisionRows check = new DecisionRows(dataset, desk, annotator);
    List<JournalEntry> entries = new ArrayList<>();
    for (Row row : rows) {
      if (row.decides()) {
        check.decision(row).ifPresent(entries::add);
      }
      if (!row.note().isBlank()) {
        check.note(row).ifPresent(entries::add);
      }
    }
    if (!check.problems.isEmpty()) {
      List<String> named = check.named();
      int more = check.problems.size() - named.size();
      throw new ProblemException(
          "Nothing was imported",
          file.toString(),
          String.join("; ", named) + (more > 0 ? "; and " + more + " more." : "."));
    }
    if (!check.differing.isEmpty()) {
      remark.accept(
          "Images with another label than the file says they had: "
              + check.differing.size()
              + ". The first is in "
              + check.differing.get(0)
              + ".");
    }
    return entries;
  }

  /** The first problems, as many as fit into a message. */
  private List<String> named() {
    int count = 0;
    int length = 0;
    while (count < Math.min(NAMED_PROBLEMS, problems.size())
        && (count == 0 || length + problems.get(count).length() <= NAMED_CHARACTERS)) {
      length += problems.get(count++).length();
    }
    return problems.subList(0, count);
  }

  private static String quoted(String text) {
    return '"' + PlainText.of(text, LONGEST_QUOTE) + '"';
  }

  private String who(Row row) {
    return row.annotator().isEmpty() ? annotator : row.annotator();
  }

  private Optional<JournalEntry> note(Row row) {
    if (!desk.originals().containsKey(row.path())) {
      if (!row.decides()) {
        noImage(row);
      }
      return Optional.empty();
    }
    return time(row)
        .map(
            time ->
                JournalEntryBuilder.builder()
                    .time(time)
                    .kind(DecisionKind.NOTE)
                    .annotator(who(row))
                    .sample(row.path())
                    .before(desk.label(row.path()))
                    .after(desk.label(row.path()))
                    .note(row.note().strip())
                    .build());
  }

  private void noImage(Row row) {
    problems.add(row.place() + ": no image " + quoted(row.path()));
  }

  private void noClass(Row row) {
    Split split = desk.split(row.path());
    String meant =
        problems.size() < NAMED_PROBLEMS ? ClassNames.meant(dataset, row.label(), split) : "";
    problems.add(
        row.place()
            + ": no "
            + ClassNames.word(split)
            + " "
            + quoted(row.label())
            + (meant.isEmpty() ? "" : " (" + meant.strip() + ")"));
  }

  private Optional<JournalEntry> decision(Row row) {
    String who = who(row);
    String first = firstPlaces.putIfAbsent(List.of(row.path(), who, row.resolved()), row.place());
    Optional<String> wanted =
        row.label().isEmpty() || row.label().equals(NO_CLASS)
            ? Optional.of(LabelChange.EXCLUDED)
            : ClassNames.find(dataset, row.label(), desk.split(row.path()));
    if (!desk.originals().containsKey(row.path())) {
      noImage(row);
    } else if (first != null) {
      problems.add(row.place() + ": the image of " + first + " again");
    } else if (wanted.isEmpty()) {
      noClass(row);
    } else {
      noteOld(row);
      return time(row).map(time -> entry(row, who, wanted.get(), time));
    }
    return Optional.empty();
  }

  /** A file of another version of the data set, or of other images of these names, is told by the labels it started from. */
  private void noteOld(Row row) {
    String given = requireNonNull(desk.originals().get(row.path()));
    String said = ClassNames.find(dataset, row.old(), desk.split(row.path())).orElse(row.old());
    if (!said.isEmpty() && !said.equals(given) && !said.equals(desk.label(row.path()))) {
      differing.add(row.place() + ": " + quoted(row.old()) + ", not " + quoted(given));
    }
  }

  private JournalEntry entry(Row row, String who, String after, Instant time) {
    String before = desk.label(row.path());
    DecisionKind left = row.isOfNoClass() ? DecisionKind.NONE : DecisionKind.EXCLUDE;
    DecisionKind said =
        after.isEmpty() ? left : after.equals(before) ? DecisionKind.KEEP : DecisionKind.LABEL;
    boolean unsure = row.kind().equals("unsure");
    DecisionKind kind = unsure ? DecisionKind.UNSURE : said;
    return JournalEntryBuilder.builder()
        .time(time)
        .kind(row.resolved() ? DecisionKind.RESOLVE : kind)
        .annotator(who)
        .sample(row.path())
        .before(before)
        .after(unsure ? before : after)
        .reason(row.reason())
        .method(row.method())
        .also(ClassNames.find(dataset, row.also(), desk.split(row.path())).orElse(""))
        .proposed(after.isEmpty() ? row.proposed() : "")
        .build();
  }

  /** A time without a zone, as spreadsheets have it, is this machine's. */
  private static Instant instant(String text) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime complete
        ? complete.toInstant()
        : LocalDateTime.from(time).atZone(ZoneId.systemDefault()).toInstant();
  }

  private Optional<Instant> time(Row row) {
    try {
      return Optional.of(
          row.time().isEmpty()
              ? Instant.now().truncatedTo(ChronoUnit.MILLIS)
              : instant(row.time().replaceFirst("(?<=\\d) (?=\\d)", "T")));
    } catch (DateTimeException e) {
      problems.add(
          row.place() + ": the time is " + quoted(row.time()) + ", not as 2026-01-31T12:00:00Z");
      return Optional.empty();
    }
  }
}
