package eifexplorer.ui.review;

import static java.util.Objects.requireNonNull;

import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.review.Verdict;
import eifexplorer.review.journal.JournalEntry;
import eifexplorer.review.suspect.LabelLikelihood;
import eifexplorer.review.suspect.RelabelSuggestion;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import org.jspecify.annotations.Nullable;

/**
 * Listed, open images whose likeliest label is another one and very likely: seen together first, then accepted in one step
 * that is marked as such in the journal and in exports.
 */
public final class AcceptViewModel {
  /** Probabilities one can choose from, the lowest first. */
  static final List<Double> THRESHOLDS = List.of(.8, .9, .95, .98, .99);

  /** As many as can be looked over at once; the most certain ones. */
  private static final int MOST = 96;

  /** Share of labels decided by hand below which the others as certain are called doubtful. */
  private static final double TRUSTED = .9;

  private final QueueViewModel queue;
  private final NoticesViewModel notices;
  private final LatestJob<List<Likely>> found;
  private final ObservableList<Likely> shown = FXCollections.observableArrayList();
  private final ObservableSet<Integer> leftOut = FXCollections.observableSet();
  private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper threshold = new ReadOnlyDoubleWrapper(.98);
  private @Nullable OpenReview review;

  /**
   * A label that is more likely than the given one.
   *
   * @param trainIndex the image
   * @param label the likeliest, other than the given one
   * @param probability 0..1
   */
  public record Likely(int trainIndex, int label, double probability) {}

  AcceptViewModel(FxJobs jobs, QueueViewModel queue, NoticesViewModel notices) {
    this.queue = queue;
    this.notices = notices;
    found = new LatestJob<>(jobs);
    found.valueProperty().addListener((value, old, now) -> list());
    queue.blindProperty().addListener((value, old, now) -> open.set(false));
    queue.signsProperty().addListener((value, old, now) -> list());
  }

  /** Whether they are looked over. */
  public ReadOnlyBooleanProperty openProperty() {
    return open.getReadOnlyProperty();
  }

  /** True while labels are being looked for. */
  public ReadOnlyBooleanProperty busyProperty() {
    return found.busyProperty();
  }

  /** The probability from which on labels are accepted. */
  public ReadOnlyDoubleProperty thresholdProperty() {
    return threshold.getReadOnlyProperty();
  }

  /** The labels that would be accepted, the least certain first. */
  public ObservableList<Likely> shown() {
    return shown;
  }

  /** The images among them that are left out; change it by {@link #toggle}. */
  public ObservableSet<Integer> leftOut() {
    return leftOut;
  }

  /** Turns to an opened review. */
  void show(OpenReview newReview) {
    review = newReview;
    open.set(false);
  }

  /** Forgets the review. */
  void clear() {
    open.set(false);
    found.clear();
    shown.clear();
    review = null;
  }

  /** Looks for labels, or goes back; not in a blind pass, which is to be of the annotator's own mind. */
  public void toggleOpen() {
    boolean blind = queue.blindProperty().get();
    if (blind && !open.get()) {
      notices.info(Texts.of("In a blind pass no labels are proposed to be accepted."));
    }
    boolean opens = review != null && !open.get() && !blind;
    open.set(opens);
    if (opens) {
      leftOut.clear();
      OpenReview of = review;
      found.ask(
          Texts.of("Looking for certain labels"),
          Lane.QUESTION,
          context -> likely(requireNonNull(of), context));
      list();
    }
  }

  /** Every image whose likeliest label is another one, the most certain first. */
  private static List<Likely> likely(OpenReview review, JobContext context) {
    List<Likely> all = new ArrayList<>();
    for (int i = 0; i < review.session().dataset().train().size(); i++) {
      context.checkCancelled();
      RelabelSuggestion suggestion = review.suggestions().of(i, 1);
      for (LabelLikelihood best : suggestion.byMargins()) {
        if (best.label() != suggestion.given()) {
          all.add(new Likely(i, best.label(), best.probability()));
        }
      }
    }
    all.sort(Comparator.comparingDouble(Likely::probability).reversed());
    return all;
  }

  /** Accepts labels of another probability. */
  public void from(double newThreshold) {
    threshold.set(newThreshold);
    list();
  }

  private List<Likely> above() {
    List<Likely> all = found.valueProperty().get();
    return all == null
        ? List.of()
        : all.stream().filter(likely -> likely.probability() >= threshold.get()).toList();
  }

  private void list() {
    if (!open.get() || review == null) {
      return;
    }
    List<Likely> now =
        above().stream()
            .filter(likely -> queue.isListed(likely.trainIndex()))
            .filter(likely -> !queue.isDecided(likely.trainIndex()))
            .limit(MOST)
            .sorted(Comparator.comparingDouble(Likely::probability))
            .toList();
    if (!now.equals(shown)) {
      shown.setAll(now);
    }
  }

  /** Leaves an image out, or takes it in again. */
  public void toggle(int trainIndex) {
    if (!leftOut.remove(trainIndex)) {
      leftOut.add(trainIndex);
    }
  }

  private List<Likely> taken() {
    return shown.stream().filter(likely -> !leftOut.contains(likely.trainIndex())).toList();
  }

  /** What would be accepted, in words. */
  public String text() {
    return busyProperty().get()
        ? Texts.of("Looking for certain labels …")
        : shown.isEmpty()
            ? Texts.of("None is as certain as {0}", Texts.number("%.2f", threshold.get()))
            : Texts.of(
                "The {0}, from {1} on",
                Texts.count(
                    taken().size(), "most certain other label", "most certain other labels"),
                Texts.coefficient(threshold.get()));
  }

  /** Why there is nothing to accept and what to do, in words; empty if there is something. */
  public String nothing() {
    return busyProperty().get() || !shown.isEmpty()
        ? ""
        : Texts.of(
            "No open image of the list has another class that is so likely. Choose a lower"
                + " probability above, or list more images.");
  }

  /** Of labels as certain that the annotator decided about by themselves: how many, and how many were right. */
  private record Checked(int looked, int right) {}

  private Checked counted() {
    int looked = 0;
    int right = 0;
    for (Likely likely : review == null ? List.<Likely>of() : above()) {
      JournalEntry entry = queue.entry(likely.trainIndex());
      if (entry != null && entry.kind().isClaim() && !entry.method().equals(JournalEntry.AUTO)) {
        looked++;
        String proposed = requireNonNull(review).session().dataset().classOf(likely.label()).name();
        right += entry.after().equals(proposed) ? 1 : 0;
      }
    }
    return new Checked(looked, right);
  }

  /** How often such labels were right where the annotator looked, in words. */
  public String checked() {
    Checked counted = counted();
    return counted.looked == 0
        ? Texts.of(
            "You decided about none as certain as these yet: not known how often they are right.")
        : (counted.looked == 1
            ? (isDoubtful()
                ? Texts.of(
                    "Of those as certain that you decided yourself, {0} of {1} was right. Look at"
                        + " each of these.",
                    Texts.count(counted.right), Texts.count(counted.looked))
                : Texts.of(
                    "Of those as certain that you decided yourself, {0} of {1} was right.",
                    Texts.count(counted.right), Texts.count(counted.looked)))
            : (isDoubtful()
                ? Texts.of(
                    "Of those as certain that you decided yourself, {0} of {1} were right. Look at"
                        + " each of these.",
                    Texts.count(counted.right), Texts.count(counted.looked))
                : Texts.of(
                    "Of those as certain that you decided yourself, {0} of {1} were right.",
                    Texts.count(counted.right), Texts.count(counted.looked))));
  }

  /** True if such labels were wrong too often where the annotator looked to be accepted unseen. */
  public boolean isDoubtful() {
    Checked counted = counted();
    return counted.right < TRUSTED * counted.looked;
  }

  /** Accepts what is shown and not left out, and goes back. */
  public void accept() {
    Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
    taken().forEach(of -> verdicts.put(of.trainIndex(), queue.verdict(of.label())));
    if (!verdicts.isEmpty()) {
      queue.decisions().accept(verdicts);
      open.set(false);
    }
  }
}
