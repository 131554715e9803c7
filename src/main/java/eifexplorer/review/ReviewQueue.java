package eifexplorer.review;

import eifexplorer.dataset.ImageDataset;
import eifexplorer.dataset.Sample;
import eifexplorer.dataset.Split;
import eifexplorer.problem.ProblemException;
import eifexplorer.review.journal.DecisionKind;
import eifexplorer.review.journal.Decisions;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.journal.JournalEntryBuilder;
import eifexplorer.review.suspect.RankWeights;
import eifexplorer.review.suspect.SuspectScores;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * The suspects of a session as one annotator goes through them. It shows this annotator's decisions only, so that a second
 * one decides blind. Safe for use from any thread; what decides writes to the disk: call it from a job.
 */
public final class ReviewQueue {
  private static final int SHOWN_REASONS = 2;

  private final ImageDataset dataset;
  private final ReviewDesk desk;
  private final String annotator;
  private final String model;
  private final Map<String, Integer> indices = new HashMap<>();
  private final List<String> paths;
  private final Map<String, String> givenTests = new HashMap<>();
  private SuspectRanking ranking;
  private QueueOrder order;
  private QueueFilter filter = QueueFilter.ALL;
  private int[] shown;

  /**
   * A queue in the ranking's order, unfiltered.
   *
   * @param dataset the session's
   * @param ranking of its training images
   * @param desk where decisions go
   * @param annotator who decides
   * @param model title of the model behind the ranking
   */
  public ReviewQueue(
      ImageDataset dataset,
      SuspectRanking ranking,
      ReviewDesk desk,
      String annotator,
      String model) {
    this.dataset = dataset;
    this.ranking = ranking;
    this.desk = desk;
    this.annotator = annotator;
    this.model = model;
    paths = dataset.train().stream().map(Sample::path).toList();
    order = new QueueOrder(ranking, paths);
    for (int i = 0; i < dataset.train().size(); i++) {
      indices.put(dataset.train().get(i).path(), i);
    }
    dataset
        .test()
        .forEach(
            sample ->
                givenTests.putIfAbsent(sample.path(), dataset.classOf(sample.label()).name()));
    refresh();
  }

  /** Sorts by other detectors; the filter stays. */
  public synchronized void sort(RankWeights weights) {
    ranking = ranking.by(weights);
    order = new QueueOrder(ranking, paths);
    refresh();
  }

  /** Takes what another detector found as a reason; the order stays, and what is shown. */
  public synchronized void learn(String detector, SuspectScores found) {
    ranking = ranking.with(detector, found);
  }

  /** The scores in the queue's order. */
  public synchronized SuspectRanking ranking() {
    return ranking;
  }

  /** The order in which images are shown: the ranking's, with spot checks. */
  public synchronized QueueOrder order() {
    return order;
  }

  /** Shows some images only. */
  public synchronized void show(QueueFilter wanted) {
    filter = wanted;
    refresh();
  }

  /** Looks anew at what passes the filter: a decided image stays shown until then, so that rows don't jump. */
  public synchronized void refresh() {
    Decisions decisions = desk.decisions();
    shown =
        IntStream.range(0, order.size()).map(order::at).filter(i -> passes(i, decisions)).toArray();
  }

  private boolean passes(int trainIndex, Decisions decisions) {
    Sample sample = dataset.train().get(trainIndex);
    return filter
            .state()
            .holds(
                Optional.ofNullable(decisions.of(annotator).get(sample.path())),
                decisions.note(annotator, sample.path()))
        && (filter.label().isEmpty() || filter.label().getAsInt() == sample.label())
        && filter.only().map(paths -> paths.contains(sample.path())).orElse(true)
        && filter.detector().map(id -> ranking.names(id, trainIndex)).orElse(true);
  }

  /** Rows shown. */
  public synchronized int size() {
    return shown.length;
  }

  /** A row by its position from 0. */
  public synchronized QueueRow row(int position) {
    return image(shown[position]);
  }

  /** The training images shown, in their order. */
  public synchronized List<Integer> images() {
    return IntStream.of(shown).boxed().toList();
  }

  /** The training image of a row by its position from 0. */
  public synchronized int at(int position) {
    return shown[position];
  }

  private QueueRow image(int i) {
    Sample sample = dataset.train().get(i);
    List<Reason> reasons = reasons(i);
    return new QueueRow(
        i,
        sample,
        ranking.rank(i),
        order.isSpotCheck(i),
        List.copyOf(reasons.subList(0, Math.min(SHOWN_REASONS, reasons.size()))),
        Math.max(0, reasons.size() - SHOWN_REASONS),
        Optional.ofNullable(desk.decisions().of(annotator).get(sample.path())));
  }

  /** Position of a training image among the rows; empty if it is not shown. */
  public synchronized OptionalInt position(int trainIndex) {
    return IntStream.range(0, shown.length).filter(p -> shown[p] == trainIndex).findFirst();
  }

  /** Why an image is suspect, the strongest reason first; the strongest of all where no detector names it. */
  public synchronized List<Reason> reasons(int trainIndex) {
    List<Reason> named = ranking.reasons(trainIndex);
    List<Reason> all = ranking.all(trainIndex);
    return named.isEmpty() ? all.subList(0, Math.min(1, all.size())) : named;
  }

  /** What every detector says of an image, the strongest first. */
  public synchronized List<Reason> allReasons(int trainIndex) {
    return ranking.all(trainIndex);
  }

  /**
   * Decides and writes it down.
   *
   * @param seconds time the annotator took
   * @return position of the next row below that is not decided yet, else of the first above; empty if all are
   * @throws eifexplorer.problem.ProblemException if it can't be written, or the class is not trained on
   */
  public synchronized OptionalInt decide(int trainIndex, Verdict verdict, double seconds) {
    decideAll(List.of(trainIndex), verdict, seconds);
    return nextOpen(position(trainIndex).orElse(-1));
  }

  /**
   * Decides the same of several images, which are undone together; each is an entry with its share of the time.
   *
   * @throws eifexplorer.problem.ProblemException as {@link #decide}, and then nothing is decided
   */
  public synchronized void decideAll(List<Integer> trainIndices, Verdict verdict, double seconds) {
    Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
    trainIndices.forEach(i -> verdicts.put(i, verdict));
    decideEach(verdicts, trainIndices.size() > 1 ? JournalEntry.BATCH : "", seconds);
  }

  /**
   * Decides about several images, which are undone together.
   *
   * @param verdicts by training image
   * @param method see {@link JournalEntry#method}
   * @param seconds for all of them
   */
  public synchronized void decideEach(
      Map<Integer, Verdict> verdicts, String method, double seconds) {
    String group = verdicts.size() > 1 ? UUID.randomUUID().toString() : "";
    List<JournalEntry> entries = new ArrayList<>();
    verdicts.forEach(
        (i, verdict) ->
            entries.add(
                entry(i, verdict, seconds / verdicts.size()).withGroup(group).withMethod(method)));
    desk.journal().decideAll(entries);
  }

  /** Remarks something about an image; an empty text takes the remark before away. */
  public synchronized void note(int trainIndex, String text) {
    Sample sample = dataset.train().get(trainIndex);
    String label = before(sample.path(), dataset.classOf(sample.label()).name());
    desk.journal()
        .note(
            JournalEntryBuilder.builder()
                .time(Instant.now().truncatedTo(ChronoUnit.MILLIS))
                .kind(DecisionKind.NOTE)
                .annotator(annotator)
                .sample(sample.path())
                .before(label)
                .after(label)
                .note(text.strip())
                .build());
  }

  /**
   * Leaves an image out of training, or takes that back if this annotator has left it out.
   *
   * @throws eifexplorer.problem.ProblemException if it can't be written, and then all is as before
   */
  public synchronized void toggleExcluded(int trainIndex, double seconds) {
    JournalEntry mine = desk.decisions().of(annotator).get(dataset.train().get(trainIndex).path());
    if (mine == null || !mine.kind().leavesOut()) {
      decideAll(List.of(trainIndex), Verdict.EXCLUDE, seconds);
    } else if (mine.group().isEmpty()
        && desk.journal().toUndo(annotator).equals(Optional.of(mine))) {
      // What held before holds again.
      undo();
    } else {
      decideAll(List.of(trainIndex), Verdict.WITHDRAW, seconds);
    }
  }

  /**
   * Decides about an image by its path, be it a training or a test image or one that the labels leave out. A test image is
   * measured with its new label, or left out of measuring, once that is committed.
   *
   * @param reason why a test image was looked at; may be empty
   * @throws eifexplorer.problem.ProblemException if it can't be written, or there is no such image or class
   */
  public synchronized void decideOn(String path, Verdict verdict, String reason, double seconds) {
    Integer trainIndex = indices.get(path);
    if (trainIndex != null) {
      decideEach(Map.of(trainIndex, verdict), "", seconds);
      return;
    }
    String given = givenTests.getOrDefault(path, desk.originals().get(path));
    if (given == null) {
      throw new ProblemException("There is no such image", path, "");
    }
    desk.journal()
        .decideAll(List.of(entry(path, desk.split(path), given, verdict, reason, seconds)));
  }

  private JournalEntry entry(int trainIndex, Verdict verdict, double seconds) {
    Sample sample = dataset.train().get(trainIndex);
    String reason = reasons(trainIndex).stream().map(Reason::chip).findFirst().orElse("");
    String given = dataset.classOf(sample.label()).name();
    return entry(sample.path(), sample.split(), given, verdict, reason, seconds);
  }

  private JournalEntry entry(
      String path, Split split, String given, Verdict verdict, String reason, double seconds) {
    String before = before(path, given);
    String after = verdict.kind() == DecisionKind.WITHDRAW ? given : verdict.after(before);
    for (String name : List.of(after, verdict.also())) {
      if (!name.isEmpty()) {
        ClassNames.require(dataset, name, split);
      }
    }
    // Choosing the given label says that it is right.
    DecisionKind kind =
        verdict.kind() == DecisionKind.LABEL && after.equals(before)
            ? DecisionKind.KEEP
            : verdict.kind();
    return JournalEntryBuilder.builder()
        .time(Instant.now().truncatedTo(ChronoUnit.MILLIS))
        .kind(kind)
        .annotator(annotator)
        .sample(path)
        .before(before)
        .after(after)
        .reason(reason)
        .model(model)
        .seconds(Math.round(seconds * 1000) / 1000.0)
        .also(verdict.also())
        .proposed(verdict.proposed())
        .build();
  }

  /** The label this annotator sees: their own decision, else the given one. */
  private String before(String path, String given) {
    JournalEntry mine = desk.decisions().of(annotator).get(path);
    return mine == null || mine.after().isEmpty() ? given : mine.after();
  }

  /** Position of the next row after this one that is not decided, else of the first before it. */
  public synchronized OptionalInt nextOpen(int position) {
    Map<String, JournalEntry> decided = desk.decisions().of(annotator);
    return IntStream.range(0, shown.length)
        .map(k -> Math.floorMod(position + 1 + k, shown.length))
        .filter(p -> !decided.containsKey(dataset.train().get(shown[p]).path()))
        .findFirst();
  }

  /** Takes back this annotator's last decision; gives its image, or nothing if there is none in this session. */
  public synchronized OptionalInt undo() {
    return indexOf(desk.journal().undo(annotator));
  }

  /** Brings back the decision taken back last; gives its image. */
  public synchronized OptionalInt redo() {
    return indexOf(desk.journal().redo(annotator));
  }

  private OptionalInt indexOf(Optional<JournalEntry> entry) {
    Integer index = entry.map(JournalEntry::sample).map(indices::get).orElse(null);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }

  /** Images this annotator decided about. */
  public synchronized int decided() {
    return (int)
        desk.decisions().of(annotator).keySet().stream().filter(indices::containsKey).count();
  }

  /** How many wrong labels are likely left, by everybody's decisions: it is about the labels, not about who looked. */
  public QueueEstimate estimate() {
    Counted now = counted();
    return now.outcomes().estimate(now.ranking(), now.order());
  }

  /** How often each detector with scores was right here, by its id. */
  public Map<String, DetectorPrecision> precision() {
    Counted now = counted();
    Map<String, DetectorPrecision> all = new LinkedHashMap<>();
    now.ranking().detectors().stream()
        .sorted()
        .forEach(
            id ->
                all.put(id, DetectorPrecision.of(id, now.ranking(), now.order(), now.outcomes())));
    return all;
  }

  /** Another order that would have found more of the wrong labels, by the decisions made; empty if there is none. */
  public Optional<BetterOrder> betterOrder() {
    Counted now = counted();
    return BetterOrder.of(now.ranking(), now.order(), now.outcomes());
  }

  /** What is counted outside the lock, since that takes its time. */
  private record Counted(SuspectRanking ranking, QueueOrder order, ReviewOutcomes outcomes) {}

  private synchronized Counted counted() {
    return new Counted(ranking, order, ReviewOutcomes.of(dataset, desk));
  }
}
