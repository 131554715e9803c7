package eifexplorer.ui.explore.copies;

import static java.util.Objects.requireNonNull;

import eifexplorer.confusion.ConfusionPair;
import eifexplorer.dataset.Sample;
import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.Lane;
import eifexplorer.review.copies.CopiedImage;
import eifexplorer.review.copies.Copies;
import eifexplorer.review.copies.CopyGroup;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Picture;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/** The photographs that are there more than once: sought in the background, told of in a line, shown side by side. */
public final class CopiesViewModel {
  /** Which groups are listed. */
  public enum Listed {
    TWO_LABELS(Texts.of("Under two labels")),
    BOTH_SPLITS(Texts.of("Training and test")),
    ALL(Texts.of("All"));

    private final String title;

    Listed(String title) {
      this.title = title;
    }

    /** For people. */
    public String title() {
      return title;
    }

    private boolean admits(CopyGroup group) {
      return switch (this) {
        case TWO_LABELS -> group.isUnderTwoLabels();
        case BOTH_SPLITS -> group.isAcrossSplits();
        case ALL -> true;
      };
    }
  }

  /**
   * Who does what is decided about an image.
   *
   * @param correct gives it a class, or leaves it out, or takes that back
   * @param goTo shows a confused pair
   * @param listPairs lists the confused pairs that are one photograph
   */
  public record Actions(
      Consumer<Correction> correct, Consumer<TestPair> goTo, Runnable listPairs) {}

  /**
   * A decision about an image.
   *
   * @param path of a training or a test image
   * @param className name of the class it gets; empty to leave it out, or to take that back
   */
  public record Correction(String path, Optional<String> className) {}

  private final CopySearch search;
  private final MarksViewModel marks;
  private final Actions actions;
  private final LatestJob<Copies> job;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<Listed> listed = new SimpleObjectProperty<>(Listed.TWO_LABELS);
  private final ReadOnlyStringWrapper headline = new ReadOnlyStringWrapper("");
  private @Nullable ExplorerSession session;
  private boolean started;

  /** Nothing known yet. */
  public CopiesViewModel(FxJobs jobs, CopySearch search, MarksViewModel marks, Actions actions) {
    this.search = search;
    this.marks = marks;
    this.actions = actions;
    job = new LatestJob<>(jobs);
    job.valueProperty().addListener((value, old, now) -> found(now));
  }

  /** Turns to another session; nothing is sought before {@link #start}. */
  public void show(ExplorerSession newSession) {
    job.clear();
    session = newSession;
    started = false;
    open.set(false);
    marks.copiesProperty().set(Copies.NONE);
    headline.set("");
  }

  /** Begins, once. */
  public void start() {
    ExplorerSession of = session;
    if (of != null && !started) {
      started = true;
      job.ask(
          Texts.of("Looking for the same photograph twice"),
          Lane.EXPERIMENT,
          context -> search.find(of, context));
    }
  }

  private void found(@Nullable Copies copies) {
    if (copies == null || session == null) {
      return;
    }
    marks.copiesProperty().set(copies);
    headline.set(headline(copies, copies.count(session.pairs())));
    listed.set(
        copies.underTwoLabels().isEmpty()
            ? copies.groups().stream().anyMatch(CopyGroup::isAcrossSplits)
                ? Listed.BOTH_SPLITS
                : Listed.ALL
            : Listed.TWO_LABELS);
  }

  /** The most telling sentence there is; none where copies do no harm. */
  private static String headline(Copies copies, int confused) {
    int twoLabels = copies.underTwoLabels().size();
    long across = copies.groups().stream().filter(CopyGroup::isAcrossSplits).count();
    if (confused > 0) {
      return confused == 1
          ? Texts.of("1 of the confusions is the same photograph under two labels")
          : Texts.of(
              "{0} of the confusions are the same photograph under two labels",
              Texts.count(confused));
    }
    if (twoLabels > 0) {
      return Texts.of(
          "{0} there under several labels",
          Texts.count(twoLabels, "photograph is", "photographs are"));
    }
    return across > 0
        ? Texts.of(
            "{0} in training and test", Texts.count(across, "photograph is", "photographs are"))
        : "";
  }

  /** What was found, in a sentence; empty if nothing worth a line was. */
  public ReadOnlyStringProperty headlineProperty() {
    return headline.getReadOnlyProperty();
  }

  /** True while it is being sought. */
  public ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** Whether the sheet is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Which groups are listed. */
  public ObjectProperty<Listed> listedProperty() {
    return listed;
  }

  /** Opens the sheet, or closes it. */
  public void toggle() {
    open.set(!open.get() && session != null);
    start();
  }

  /** The groups listed. */
  List<CopyGroup> groups() {
    return copies().groups().stream().filter(listed.get()::admits).toList();
  }

  /** What was found in all, in words. */
  String summary() {
    Copies all = copies();
    if (all.groups().isEmpty()) {
      return busyProperty().get()
          ? Texts.of("Every photograph is compared with those nearest to it")
          : Texts.of("No photograph is there more than once");
    }
    long across = all.groups().stream().filter(CopyGroup::isAcrossSplits).count();
    return Texts.of(
        "{0} more than once: {1} under several labels, {2} in training and test",
        Texts.count(all.groups().size(), "photograph", "photographs"),
        Texts.count(all.underTwoLabels().size()),
        Texts.count(across));
  }

  /** Whether any of the confused pairs is one photograph. */
  boolean hasConfusions() {
    return session != null && copies().count(session.pairs()) > 0;
  }

  private Copies copies() {
    return marks.copiesProperty().get();
  }

  /** The group that a pair is, if it is one photograph. */
  public Optional<CopyGroup> of(ConfusionPair pair) {
    return copies().of(pair);
  }

  /** The picture of an image. */
  Picture picture(CopiedImage image) {
    Sample sample = image.sample();
    String title = (image.test() ? Texts.of("test ") : Texts.of("train ")) + image.index();
    return new Picture(requireNonNull(session).image(sample), title, className(image));
  }

  /** Name of an image's class, for people. */
  String className(CopiedImage image) {
    return requireNonNull(session).className(image.sample().label());
  }

  /** The classes that the other images of a group have and this one may get, by their names. */
  List<String> otherClasses(CopyGroup group, CopiedImage image) {
    ExplorerSession of = requireNonNull(session);
    return group.images().stream()
        .map(other -> other.sample().label())
        .filter(label -> label != image.sample().label())
        .filter(label -> image.test() || label < of.dataset().trainClassCount())
        .distinct()
        .map(label -> of.dataset().classOf(label).name())
        .toList();
  }

  /** A class's name for people. */
  String display(String name) {
    return requireNonNull(session).dataset().classes().stream()
        .filter(label -> label.name().equals(name))
        .map(label -> label.displayName())
        .findFirst()
        .orElse(name);
  }

  /** What was decided about an image and is not committed yet, in words; empty if nothing was. */
  String decided(CopiedImage image) {
    String path = image.sample().path();
    String label = marks.relabelled().get(path);
    if (marks.excluded().contains(path)) {
      return image.test() ? Texts.of("left out of measuring") : Texts.of("left out of training");
    }
    return label == null ? "" : "→ " + display(label);
  }

  /** Whether an image is left out by a decision. */
  boolean isLeftOut(CopiedImage image) {
    return marks.excluded().contains(image.sample().path());
  }

  /** Whether an image is flagged. */
  boolean isFlagged(CopiedImage image) {
    return marks.flagged().contains(image.sample().path());
  }

  /** Flags an image, or takes the flag away. */
  void toggleFlag(CopiedImage image) {
    marks.flag(image.sample().path(), !isFlagged(image));
  }

  /** Gives an image a class, by its name. */
  void relabel(CopiedImage image, String className) {
    actions.correct().accept(new Correction(image.sample().path(), Optional.of(className)));
  }

  /** Leaves an image out, or takes that back. */
  void toggleLeftOut(CopiedImage image) {
    actions.correct().accept(new Correction(image.sample().path(), Optional.empty()));
  }

  /** The confused pair that a group is, if it is one. */
  Optional<TestPair> pair(CopyGroup group) {
    return requireNonNull(session).pairs().stream()
        .filter(pair -> copies().of(pair).filter(group::equals).isPresent())
        .map(pair -> new TestPair(pair.wrong(), pair.confusedWith()))
        .findFirst();
  }

  /** Shows a pair in the middle. */
  void goTo(TestPair pair) {
    open.set(false);
    actions.goTo().accept(pair);
  }

  /** Lists the confused pairs that are one photograph. */
  public void listPairs() {
    actions.listPairs().run();
  }

  /** Marks, which tell when something was decided. */
  MarksViewModel marks() {
    return marks;
  }
}
