package eifexplorer.ui.explore.compare;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.EstimatorFactory;
import eifexplorer.influence.InfluenceQuery;
import eifexplorer.job.Lane;
import eifexplorer.session.ExplorerSession;
import eifexplorer.ui.explore.strips.EstimatorChoices;
import eifexplorer.ui.explore.strips.EstimatorMaker;
import eifexplorer.ui.explore.strips.ExplainedPair;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluenceViewModel;
import eifexplorer.ui.explore.strips.RankedInfluence;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.explore.worth.WorthViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/**
 * The estimator of the strips held against another one, with its standard values, on what the strips explain. Computed
 * while the sheet is open, anew for each pair.
 */
public final class CompareViewModel {
  /** How many of the strongest can be compared. */
  public static final List<Integer> COUNTS = List.of(5, 10, 20, 50, 100);

  private final EstimatorMaker maker;
  private final StripsViewModel strips;
  private final LatestJob<ComparedInfluence> job;
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<EstimatorFactory> other = new SimpleObjectProperty<>();
  private final ObjectProperty<InfluenceKind> kind =
      new SimpleObjectProperty<>(InfluenceKind.HARMFUL);
  private final ObjectProperty<Integer> count = new SimpleObjectProperty<>(20);
  private EstimatorFactory sought;
  private @Nullable ExplorerSession session;

  /** Nothing compared yet. */
  public CompareViewModel(FxJobs jobs, EstimatorMaker maker, StripsViewModel strips) {
    this.maker = maker;
    this.strips = strips;
    this.job = new LatestJob<>(jobs);
    other.set(usualOther(strips.estimators().factories()));
    sought = other.get();
    choices().lookingProperty().addListener((value, old, now) -> looking(now));
    open.addListener((value, old, now) -> compute());
    other.addListener((value, old, now) -> compute());
    strips.influence().explainedProperty().addListener((value, old, now) -> compute());
  }

  /** What the model does not allow is held against nothing; a list that loses what is chosen chooses as it likes. */
  private void looking(boolean now) {
    List<EstimatorFactory> offered = choices().offered();
    if (now) {
      sought = other.get();
    } else if (!offered.contains(sought)) {
      other.set(usualOther(offered));
    }
    compute();
  }

  /** The authors' rival of the first estimator, if there is one, else the first with other scores than the strips'. */
  private EstimatorFactory usualOther(List<EstimatorFactory> all) {
    String applied = strips.estimators().appliedProperty().get().id();
    Set<String> own =
        strips.estimators().factories().stream()
            .filter(f -> f.id().equals(applied))
            .map(EstimatorFactory::scoresOf)
            .collect(Collectors.toSet());
    return all.stream()
        .filter(f -> f.id().equals("if"))
        .findFirst()
        .or(() -> all.stream().filter(f -> !own.contains(f.scoresOf())).findFirst())
        .orElse(all.get(0));
  }

  /** Those that can explain the open model. */
  public EstimatorChoices choices() {
    return strips.estimators().choices();
  }

  /** Whether the sheet is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** The estimator that the strips' own is held against. */
  public ObjectProperty<EstimatorFactory> otherProperty() {
    return other;
  }

  /** Which side of influence is listed. */
  public ObjectProperty<InfluenceKind> kindProperty() {
    return kind;
  }

  /** How many of the strongest are compared, one of {@link #COUNTS}. */
  public ObjectProperty<Integer> countProperty() {
    return count;
  }

  /** Both scores; null while they are not known. */
  ReadOnlyObjectProperty<ComparedInfluence> resultProperty() {
    return job.valueProperty();
  }

  /** True while the other's scores are computed. */
  public ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** Why there are none; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** The training image that is chosen in the strips. */
  public ReadOnlyObjectProperty<InfluenceItem> chosenProperty() {
    return strips.chosenProperty();
  }

  /** The strips' own estimator, in a few words. */
  public String ownTitle() {
    return strips.estimators().shortTitle();
  }

  /** The head of the strips' own list: {@code EIF · steps 50 · scores ×10⁻⁵}. */
  String ownHead() {
    ComparedInfluence result = job.valueProperty().get();
    return head(ownTitle(), result == null ? null : result.one());
  }

  /** The head of the other's list. */
  String otherHead() {
    ComparedInfluence result = job.valueProperty().get();
    return head(other.get().shortTitle(), result == null ? null : result.other());
  }

  private static String head(String name, @Nullable RankedInfluence scores) {
    String unit = scores == null ? "" : scores.scale().unitText();
    return unit.isEmpty() ? name : name + " · " + unit;
  }

  /** What the scores of the estimators are worth. */
  WorthViewModel worth() {
    return strips.worth();
  }

  /** What the strips' own scores are worth. */
  String ownWorth() {
    return worth().text();
  }

  /** What the other's are worth, with its standard values. */
  String otherWorth() {
    return worth().text(other.get().id());
  }

  /** Both in a line; empty while they are not known. */
  public String text() {
    ComparedInfluence result = job.valueProperty().get();
    return result == null ? "" : result.text(count.get());
  }

  /** Turns to another session. */
  public void show(ExplorerSession newSession) {
    session = newSession;
    open.set(false);
    job.clear();
  }

  /** Opens the sheet if there is something to compare, or closes it. */
  public void toggle() {
    if (!open.get()) {
      choices().look();
    }
    open.set(!open.get() && strips.influence().explainedProperty().get() != null);
  }

  private void compute() {
    ExplainedPair explained = strips.influence().explainedProperty().get();
    if (explained == null) {
      open.set(false);
    }
    // What the model does not allow would only fail.
    if (!open.get() || explained == null || choices().lookingProperty().get()) {
      job.clear();
      return;
    }
    RankedInfluence own = explained.scores();
    InfluenceQuery query = own.query();
    ExplorerSession of = session;
    String id = other.get().id();
    job.ask(
        Texts.of("{0} of {1}", other.get().title(), query.title()),
        Lane.COMPUTE,
        context ->
            ComparedInfluence.of(
                own,
                RankedInfluence.of(
                    query, maker.make(requireNonNull(of), id, Map.of()).estimate(query, context))));
  }

  /** Asks for the same again, after a failure. */
  public void retry() {
    job.retry();
  }

  /** The strongest of the strips' own estimator. */
  List<ComparedItem> ownItems() {
    ComparedInfluence result = job.valueProperty().get();
    return result == null ? List.of() : items(result.one(), result.other());
  }

  /** The strongest of the other one. */
  List<ComparedItem> otherItems() {
    ComparedInfluence result = job.valueProperty().get();
    return result == null ? List.of() : items(result.other(), result.one());
  }

  private List<ComparedItem> items(RankedInfluence of, RankedInfluence against) {
    InfluenceKind side = kind.get();
    int most = count.get();
    return IntStream.range(0, Math.min(most, of.count(side)))
        .mapToObj(rank -> InfluenceItem.of(requireNonNull(session), of, side, rank))
        .map(item -> ComparedItem.of(item, against, most))
        .toList();
  }

  /** Whose scores are compared. */
  InfluenceViewModel influence() {
    return strips.influence();
  }

  /** Chooses a training image in the strips. */
  public void choose(int trainIndex) {
    strips.chooseTraining(trainIndex);
  }
}
