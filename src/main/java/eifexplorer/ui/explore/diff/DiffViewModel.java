package eifexplorer.ui.explore.diff;

import static java.util.Objects.requireNonNull;

import eifexplorer.influence.InfluenceQuery.TestPair;
import eifexplorer.job.Job;
import eifexplorer.job.JobContext;
import eifexplorer.job.Lane;
import eifexplorer.model.BundleOptions;
import eifexplorer.session.ExplorerSession;
import eifexplorer.session.ImageInsights;
import eifexplorer.session.diff.ClassChange;
import eifexplorer.session.diff.DiffImage;
import eifexplorer.session.diff.DiffKind;
import eifexplorer.session.diff.DiffOrder;
import eifexplorer.session.diff.MetricChange;
import eifexplorer.session.diff.ModelDiff;
import eifexplorer.session.diff.OtherModels;
import eifexplorer.training.LossSpec;
import eifexplorer.ui.explore.confusions.ComparedPairs;
import eifexplorer.ui.explore.confusions.PairListViewModel;
import eifexplorer.ui.explore.inspector.PeekViewModel;
import eifexplorer.ui.explore.inspector.PeekedModel;
import eifexplorer.ui.jobs.FxJobs;
import eifexplorer.ui.jobs.LatestJob;
import eifexplorer.ui.kit.Failure;
import eifexplorer.ui.kit.NoticesViewModel;
import eifexplorer.ui.kit.Texts;
import eifexplorer.workspace.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ObjDoubleConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Another model on the session's test images: which it is, what differs, which of the changed images are listed. */
public final class DiffViewModel {
  private final DiffServices services;
  private final Function<ExplorerSession, ImageInsights> insights;
  private final PairListViewModel pairs;
  private final PeekViewModel peek;
  private final ObjDoubleConsumer<TestPair> show;
  private final DiffExport export;
  private final LatestJob<List<OtherModels.Choice>> known;
  private final LatestJob<ComparedModels> job;
  private final LatestJob<List<DiffImage>> sorting;
  private final ObservableList<OtherModels.Choice> choices = FXCollections.observableArrayList();
  private final BooleanProperty open = new SimpleBooleanProperty();
  private final ObjectProperty<DiffKind> kind = new SimpleObjectProperty<>(DiffKind.NEW);
  private final ObjectProperty<DiffOrder> order = new SimpleObjectProperty<>(DiffOrder.WORST);
  private final ObjectProperty<ClassChange> ofClass = new SimpleObjectProperty<>();
  private final ObjectProperty<DiffImage> chosen = new SimpleObjectProperty<>();
  private final ReadOnlyStringWrapper asked = new ReadOnlyStringWrapper("");
  private @Nullable ExplorerSession session;

  /**
   * Nothing compared yet.
   *
   * @param notices say what became of an export
   * @param insights what a session's model says of its images
   * @param pairs the listed pairs, which say what became of them
   * @param peek shows the open pair with the other model
   * @param show shows two test images and their distance as the open pair
   */
  public DiffViewModel(
      FxJobs jobs,
      DiffServices services,
      NoticesViewModel notices,
      Function<ExplorerSession, ImageInsights> insights,
      PairListViewModel pairs,
      PeekViewModel peek,
      ObjDoubleConsumer<TestPair> show) {
    this.services = services;
    this.insights = insights;
    this.pairs = pairs;
    this.peek = peek;
    this.show = show;
    export = new DiffExport(jobs, notices);
    known = new LatestJob<>(jobs);
    job = new LatestJob<>(jobs);
    sorting = new LatestJob<>(jobs);
    known
        .valueProperty()
        .addListener((value, old, now) -> choices.setAll(now == null ? List.of() : now));
    job.valueProperty().addListener((value, old, now) -> compared(now));
    kind.addListener((value, old, now) -> list());
    order.addListener((value, old, now) -> list());
    ofClass.addListener((value, old, now) -> list());
  }

  /** The other models of the session's workspace. */
  public ObservableList<OtherModels.Choice> choices() {
    return choices;
  }

  /** Whether the sheet is open. */
  public BooleanProperty openProperty() {
    return open;
  }

  /** Both models; null while nothing is compared. */
  ReadOnlyObjectProperty<ComparedModels> resultProperty() {
    return job.valueProperty();
  }

  /** True while models are compared. */
  public ReadOnlyBooleanProperty busyProperty() {
    return job.busyProperty();
  }

  /** Why nothing is compared; null if nothing went wrong. */
  public ReadOnlyObjectProperty<Failure> failureProperty() {
    return job.failureProperty();
  }

  /** The other model that was asked for, for people; empty for none. */
  public ReadOnlyStringProperty askedProperty() {
    return asked.getReadOnlyProperty();
  }

  /** Which of the changed images are listed. */
  public ObjectProperty<DiffKind> kindProperty() {
    return kind;
  }

  /** In which order. */
  public ObjectProperty<DiffOrder> orderProperty() {
    return order;
  }

  /** The class whose images are listed; null for all. */
  public ObjectProperty<ClassChange> ofClassProperty() {
    return ofClass;
  }

  /** The listed images, the first first; null while they are sorted for the first time. */
  ReadOnlyObjectProperty<List<DiffImage>> listedProperty() {
    return sorting.valueProperty();
  }

  /** The chosen image; null if none is. */
  ObjectProperty<DiffImage> chosenProperty() {
    return chosen;
  }

  /** Turns to another session; nothing is compared with it yet. */
  public void show(ExplorerSession newSession) {
    session = newSession;
    open.set(false);
    stop();
    choices.clear();
    lookAgain();
  }

  /** Looks which other models there are by now: a training or a trial may have added one. */
  public void lookAgain() {
    ExplorerSession of = requireNonNull(session);
    known.askQuietly(Texts.of("List the models"), Lane.IO, context -> OtherModels.of(of));
  }

  /** Compares with another model of the workspace; one made before the session's own is the first of the two. */
  public void compareWith(OtherModels.Choice choice) {
    Path folder = requireNonNull(session).workspace().map(Workspace::folder).orElseThrow();
    ask(
        choice.title(),
        !choice.older(),
        context -> services.opener().openWorkspace(folder, choice.id(), context));
  }

  /** Compares with the current model of another workspace. */
  public void compareWithWorkspace(Path folder) {
    ask(
        String.valueOf(folder.getFileName()),
        true,
        context -> services.opener().openWorkspace(folder, context));
  }

  /** Compares with an embedding bundle. */
  public void compareWithBundle(Path file) {
    ask(
        String.valueOf(file.getFileName()),
        true,
        context ->
            services.opener().openBundle(file, BundleOptions.of(LossSpec.PROXY_NCA), context));
  }

  private void ask(String title, boolean ownIsBefore, Job<ExplorerSession> opening) {
    ExplorerSession own = requireNonNull(session);
    asked.set(title);
    open.set(true);
    job.ask(
        Texts.of("Compare with the model {0}", title),
        Lane.ENGINE,
        context -> compare(own, opening.run(context), ownIsBefore, context));
  }

  private ComparedModels compare(
      ExplorerSession own, ExplorerSession other, boolean ownIsBefore, JobContext context) {
    ModelDiff diff =
        ownIsBefore
            ? services.diffs().compare(own, other, context)
            : services.diffs().compare(/* before= */ other, /* after= */ own, context);
    return new ComparedModels(own, other, ownIsBefore, diff);
  }

  /** Makes the first model the second. */
  public void swap() {
    ComparedModels now = job.valueProperty().get();
    if (now != null) {
      job.ask(
          Texts.of("Compare the other way round"),
          Lane.COMPUTE,
          context -> compare(now.own(), now.other(), !now.ownIsBefore(), context));
    }
  }

  /** Asks for the same again, after a failure. */
  public void retry() {
    job.retry();
  }

  /** Compares with nothing. */
  public void stop() {
    open.set(false);
    asked.set("");
    job.clear();
  }

  /** Opens the sheet if something is compared, or closes it; false if nothing is. */
  public boolean toggle() {
    boolean something = !asked.get().isEmpty();
    open.set(!open.get() && something);
    return something;
  }

  private void compared(@Nullable ComparedModels now) {
    chosen.set(null);
    ofClass.set(null);
    if (now == null) {
      pairs.compare(null);
      peek.compareWith(null);
      sorting.clear();
      return;
    }
    asked.set(now.otherTitle());
    pairs.compare(
        new ComparedPairs(
            now.diff(), now.otherTitle(), now.ownIsBefore(), now.own().dataset().test().size()));
    peek.compareWith(
        new PeekedModel(
            now.ownTitle(),
            now.otherTitle(),
            now.other(),
            insights.apply(now.other()),
            test -> test < 0 ? test : now.there(test),
            services.diffs()::distance));
    if (now.diff().count(kind.get()) == 0) {
      kind.set(mostChanged(now.diff()));
    }
    list();
  }

  private static DiffKind mostChanged(ModelDiff diff) {
    if (diff.count(DiffKind.NEW) > 0) {
      return DiffKind.NEW;
    }
    return diff.count(DiffKind.FIXED) > 0 ? DiffKind.FIXED : DiffKind.STILL;
  }

  private void list() {
    ComparedModels now = job.valueProperty().get();
    if (now == null) {
      return;
    }
    DiffKind wanted = kind.get();
    DiffOrder by = order.get();
    ClassChange only = ofClass.get();
    sorting.askQuietly(
        Texts.of("Sort the changed images"),
        Lane.COMPUTE,
        context ->
            by.sorted(
                now.diff().images(wanted).stream()
                    .filter(image -> only == null || label(now, image) == only.label())
                    .toList(),
                now.before()));
  }

  private static int label(ComparedModels models, DiffImage image) {
    return models.before().testSample(image.before()).label();
  }

  /** A changed image as it is listed. */
  DiffItem item(DiffImage image) {
    return DiffItem.of(image, requireNonNull(job.valueProperty().get()));
  }

  /** Shows a changed image's pair as the open one. */
  void openPair(DiffImage image) {
    ComparedModels models = requireNonNull(job.valueProperty().get());
    int own = models.own(image);
    int partner = models.ownPartner(image);
    double distance = models.ownDistance(image);
    chosen.set(image);
    open.set(false);
    show.accept(
        new TestPair(own, partner),
        Double.isNaN(distance) ? services.diffs().distance(models.own(), own, partner) : distance);
  }

  /** Writes the listed images to a file. */
  void export(Path file) {
    ComparedModels models = job.valueProperty().get();
    List<DiffImage> images = sorting.valueProperty().get();
    if (models != null && images != null) {
      export.write(images, models, file);
    }
  }

  /** The first model, for people; empty while nothing is compared. */
  String beforeText() {
    ComparedModels now = job.valueProperty().get();
    return now == null ? "" : now.diff().before();
  }

  /** The second model, for people; while nothing is compared, the one that is asked for. */
  String afterText() {
    ComparedModels now = job.valueProperty().get();
    return now == null ? asked.get() : now.diff().after();
  }

  /** A kind with its number: {@code Fixed 3}. */
  String kindText(DiffKind of) {
    ComparedModels now = job.valueProperty().get();
    return now == null
        ? Texts.said(of.title())
        : Texts.said(of.title()) + " " + Texts.count(now.diff().count(of));
  }

  /** A measure in words, in per cent: before, after, difference and its interval; empty cells where it is not known. */
  record MetricText(String name, String before, String after, String difference, String interval) {
    static MetricText of(String name, Optional<MetricChange> change) {
      if (change.isEmpty()) {
        return new MetricText(name, "–", "–", Texts.of("not measured"), "");
      }
      MetricChange of = change.get();
      Double low = of.low();
      Double high = of.high();
      return new MetricText(
          name,
          share(of.before()),
          share(of.after()),
          signed(of.difference()),
          low == null || high == null ? "" : Texts.of("{0} to {1}", signed(low), signed(high)));
    }

    private static String share(double value) {
      return Texts.number("%.1f", 100 * value);
    }

    /** In points of a hundred. */
    private static String signed(double value) {
      return Texts.signed(100 * value, 1);
    }
  }

  /** The measures; none while nothing is compared. */
  List<MetricText> metrics() {
    ComparedModels now = job.valueProperty().get();
    return now == null
        ? List.of()
        : List.of(
            MetricText.of("R@1", Optional.of(now.diff().recall().metric())),
            MetricText.of(Texts.of("MAP@R"), now.diff().mapAtR()),
            MetricText.of("NMI", now.diff().nmi()));
  }

  /** What the numbers mean, in one or two sentences; empty while nothing is compared. */
  String sentence() {
    ComparedModels now = job.valueProperty().get();
    return now == null
        ? ""
        : Texts.said(now.diff().recall().sentence())
            + " "
            + Texts.said(now.diff().matching().sentence());
  }
}
