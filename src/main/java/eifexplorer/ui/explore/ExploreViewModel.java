package eifexplorer.ui.explore;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.project.PairLink;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.Queries;
import eifexplorer.ui.explore.card.CardViewModel;
import eifexplorer.ui.explore.confusions.ConfusionsViewModel;
import eifexplorer.ui.explore.confusions.PairIndex;
import eifexplorer.ui.explore.confusions.PairItem;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.copies.CopiesViewModel;
import eifexplorer.ui.explore.diff.DiffViewModel;
import eifexplorer.ui.explore.inspector.InspectorViewModel;
import eifexplorer.ui.explore.inspector.PhotographFiles;
import eifexplorer.ui.explore.inspector.PhotographMenu;
import eifexplorer.ui.explore.inspector.TestImageLabels;
import eifexplorer.ui.explore.sample.SampleViewModel;
import eifexplorer.ui.explore.strips.EstimatorViewModel;
import eifexplorer.ui.explore.strips.InfluenceItem;
import eifexplorer.ui.explore.strips.InfluenceKind;
import eifexplorer.ui.explore.strips.InfluenceScope;
import eifexplorer.ui.explore.strips.InfluenceViewModel;
import eifexplorer.ui.explore.strips.LabelsViewModel;
import eifexplorer.ui.explore.strips.ScopePairs;
import eifexplorer.ui.explore.strips.StabilityViewModel;
import eifexplorer.ui.explore.strips.StaleViewModel;
import eifexplorer.ui.explore.strips.StripViewModel;
import eifexplorer.ui.explore.strips.StripsViewModel;
import eifexplorer.ui.explore.strips.SurveyViewModel;
import eifexplorer.ui.explore.strips.UnmovedPairViewModel;
import eifexplorer.ui.explore.verdict.VerdictViewModel;
import eifexplorer.ui.explore.worth.WorthViewModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.ui.marks.MarksViewModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;

/** The Explore screen: the pairs of a session, the chosen one's scores, and a training image out of these. */
public final class ExploreViewModel {
  private final ExploreServices services;
  private final NoticesViewModel notices;
  private final ConfusionsViewModel confusions;
  private final PairListViewModel pairs;
  private final InspectorViewModel inspector;
  private final StripsViewModel strips;
  private final TestImageLabels labels;
  private final PhotographMenu photographMenu;
  private final UnmovedPairViewModel unmoved;
  private final SampleViewModel sample;
  private final StaleViewModel stale;
  private final SheetsViewModel sheets;
  private final VerdictViewModel verdict;
  private final CardViewModel cards;
  private final OtherScreens others = new OtherScreens(this::chosen);
  private final DoubleProperty panelWidth = new SimpleDoubleProperty();
  private final ReadOnlyObjectWrapper<ExplorerSession> session = new ReadOnlyObjectWrapper<>();
  private @Nullable PairIndex index;
  private @Nullable ScopePairs scopes;

  /**
   * A screen without a session yet.
   *
   * @param refresh opens the session's workspace again, with its model and the labels of now
   */
  public ExploreViewModel(
      FxJobs jobs,
      ExploreServices services,
      MarksViewModel marks,
      NoticesViewModel notices,
      Runnable refresh) {
    this.services = services;
    this.notices = notices;
    confusions = new ConfusionsViewModel(jobs, notices, marks, System::nanoTime);
    pairs = confusions.pairs();
    EstimatorViewModel estimators =
        new EstimatorViewModel(
            jobs, services.factories(), services.estimators(), services.fitting());
    inspector = new InspectorViewModel(jobs, marks, services.places());
    InfluenceViewModel influence = new InfluenceViewModel(jobs, estimators, services.keys());
    strips =
        new StripsViewModel(
            influence,
            estimators,
            new WorthViewModel(jobs, services.worths(), estimators::restore),
            new LabelsViewModel(jobs),
            new SurveyViewModel(jobs, services.surveyor()),
            new StabilityViewModel(jobs, influence, services.stability(), services.moment()),
            marks,
            this::pairName);
    labels =
        new TestImageLabels(
            marks, (path, name) -> others.correct(new CopiesViewModel.Correction(path, name)));
    photographMenu =
        new PhotographMenu(
            inspector,
            new PhotographFiles(jobs, services.files(), notices),
            labels,
            this::showClass);
    unmoved = new UnmovedPairViewModel(jobs, strips.influence(), marks);
    sample =
        new SampleViewModel(
            jobs, services.files(), notices, strips, this::goTo, confusions::openHarmedBy);
    stale = new StaleViewModel(jobs, services.otherModel(), refresh, others::openModel);
    sheets =
        new SheetsViewModel(
            jobs,
            services,
            marks,
            notices,
            confusions,
            strips,
            others,
            this::goTo,
            new DiffViewModel(
                jobs,
                services.comparing(),
                notices,
                services.insights(),
                pairs,
                inspector.peek(),
                this::showPair));
    verdict =
        new VerdictViewModel(
            jobs, services.trials(), strips.influence(), unmoved, services.moment());
    cards =
        new CardViewModel(
            jobs, notices, services.cards(), services.files(), marks, pairs, strips, verdict);
    listen();
  }

  /** The parts know nothing of each other. */
  private void listen() {
    sample
        .itemProperty()
        .addListener((value, old, now) -> inspector.look().showTraining(index(now)));
    pairs.selectedProperty().addListener((value, old, now) -> inspector.showPair(now));
    inspector.shownProperty().addListener((value, old, now) -> explain(now));
    influence()
        .explainedProperty()
        .addListener(
            (value, old, now) -> {
              if (now != null) {
                sheets.copies().start();
              }
            });
    influence().busyProperty().addListener((value, old, now) -> foresee());
    pairs.pointedAtProperty().addListener((value, old, now) -> foresee());
    strips.survey().surveyProperty().addListener((value, old, now) -> confusions.survey(now));
  }

  /** The session explored; null before the first is opened. */
  public ReadOnlyObjectProperty<ExplorerSession> sessionProperty() {
    return session.getReadOnlyProperty();
  }

  /** The left column. */
  public ConfusionsViewModel confusions() {
    return confusions;
  }

  /** The list of pairs. */
  public PairListViewModel pairs() {
    return pairs;
  }

  /** Both photographs. */
  public InspectorViewModel inspector() {
    return inspector;
  }

  /** The strips under them. */
  public StripsViewModel strips() {
    return strips;
  }

  /** What can be done with a photograph. */
  public PhotographMenu photographMenu() {
    return photographMenu;
  }

  /** Why the strips are empty, when they are. */
  public UnmovedPairViewModel unmoved() {
    return unmoved;
  }

  /** The scores. */
  public InfluenceViewModel influence() {
    return strips.influence();
  }

  /** One of the two strips. */
  public StripViewModel strip(InfluenceKind kind) {
    return strips.strip(kind);
  }

  /** The chosen training image. */
  public SampleViewModel sample() {
    return sample;
  }

  /** Whether the scores are out of date. */
  public StaleViewModel stale() {
    return stale;
  }

  /** What opens over the middle. */
  public SheetsViewModel sheets() {
    return sheets;
  }

  /** The sentence above the strips. */
  public VerdictViewModel verdict() {
    return verdict;
  }

  /** Who else does something with what is looked at here. */
  public OtherScreens others() {
    return others;
  }

  /** How wide the panel of the training image was made, in points; 0 for the usual width. */
  public DoubleProperty panelWidthProperty() {
    return panelWidth;
  }

  /** Cards of pairs, to be handed on. */
  public CardViewModel cards() {
    return cards;
  }

  /** Explores another session from its first pair on. */
  public void show(ExplorerSession newSession, PairIndex newIndex, ScopePairs newScopes) {
    ImageInsights insights = services.insights().apply(newSession);
    inspector.show(newSession, insights);
    strips.show(newSession, insights);
    sample.show(newSession, insights);
    stale.show(newSession);
    sheets.show(newSession, insights);
    verdict.show(newSession);
    cards.show(newSession);
    labels.show(newSession);
    session.set(newSession);
    index = newIndex;
    scopes = newScopes;
    confusions.show(newIndex);
    sheets.diff().show(newSession);
    if (newIndex.items().isEmpty()) {
      sheets.copies().start();
    }
  }

  private static OptionalInt index(@Nullable InfluenceItem item) {
    return item == null ? OptionalInt.empty() : OptionalInt.of(item.trainIndex());
  }

  private void explain(PairItem pair) {
    if (pair != null) {
      influence().explain(session.get(), requireNonNull(scopes), pair);
    }
  }

  /** Has the scores ready of the pair under the mouse and of those beside the chosen one. */
  private void foresee() {
    influence()
        .foresee(
            Stream.concat(
                    Stream.ofNullable(pairs.pointedAtProperty().get()), pairs.beside().stream())
                .toList());
  }

  /** Shows a pair by its test images, listed or not; does nothing if they are no confused pair. */
  public void goTo(TestPair wanted) {
    find(wanted).ifPresent(pairs::select);
  }

  private Optional<PairItem> find(TestPair wanted) {
    return requireNonNull(index).items().stream()
        .filter(item -> item.pair().wrong() == wanted.first())
        .filter(item -> item.pair().confusedWith() == wanted.second())
        .findFirst();
  }

  /** Shows two test images with their distance, listed, confused or not. */
  private void showPair(TestPair wanted, double distance) {
    pairs.select(
        find(wanted)
            .orElseGet(
                () -> PairItem.walkedTo(session.get(), wanted.first(), wanted.second(), distance)));
  }

  /**
   * Shows what a link says: its pair, listed, confused or not, with its estimator and scope, beside the list it was taken in.
   *
   * @throws eifexplorer.problem.ProblemException if the session has no such test images
   */
  void showView(PairLink link) {
    ExplorerSession of = session.get();
    new Queries(of).pair(link.pair().first(), link.pair().second());
    if (!link.estimator().isEmpty()) {
      strips
          .estimators()
          .restore(
              link.estimator(),
              link.options(),
              problem -> notices.info(Texts.of("Not as the link says: {0}", problem)));
    }
    influence().scopeProperty().set(InfluenceScope.named(link.scope()));
    if (!link.list().isEmpty()) {
      pairs.restoreList(link.list());
    }
    showPair(
        link.pair(),
        services.comparing().diffs().distance(of, link.pair().first(), link.pair().second()));
  }

  /** Lists the pairs of a class and shows the first. */
  public void showClass(int label) {
    pairs.filterProperty().set(session.get().className(label));
    pairs.next();
  }

  /** A pair by its place in the list. */
  private String pairName(PairItem pair) {
    List<PairItem> listed = pairs.visible();
    for (int i = 0; i < listed.size(); i++) {
      if (listed.get(i) == pair) {
        return Texts.of("pair {0}", Texts.count(i + 1));
      }
    }
    return Texts.of("the pair before");
  }

  /** What a later run needs to go on here, as text by name. */
  public Map<String, String> state() {
    return ExploreState.of(this);
  }

  /** Goes on where {@link #state} was taken; what is not understood or no longer there is passed over. */
  public void restore(Map<String, String> state) {
    if (session.get() != null) {
      ExploreState.restore(this, state);
    }
  }

  /** The chosen training image; null if none is. */
  @Nullable InfluenceItem chosen() {
    return sample.itemProperty().get();
  }
}
